"""Exemplars: a case made from the answers about a patient and the advice they got, in the lines that editors read."""

from collections.abc import Iterator, Mapping

from .canonical import Plain
from .compilation import Compiled
from .fact import Fact, Kind


UNKNOWN = "not known"
VERDICTS = ("offer", "caution", "check", "exclude")


def answers(book: Compiled, given: Mapping[str, Plain]) -> str:
    """Write an answers document as the lines of a case whose rest is left unanswered."""
    known = ((book.facts[code], value) for code, value in given.items() if code in book.facts)
    return "\n".join(f"{fact.code}: {_answer(fact, value)}" for fact, value in known)


def promises(given: Mapping[str, Plain]) -> str:
    """Write what an advice amounts to as the promises of a case: verdicts, doses, what is asked, alerts."""
    return "\n".join(line for line in _promises(given) if line)


def _answer(fact: Fact, value: Plain) -> str:
    if value is None:
        return UNKNOWN
    if fact.kind is Kind.NUMBER:
        return _number(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if fact.kind is Kind.MEMBERS and isinstance(value, Mapping):
        return _members(value)
    if fact.kind is Kind.TRIALS and isinstance(value, list):
        return "; ".join(_trial(trial) for trial in value if isinstance(trial, Mapping)) or "none"
    return str(value)


def _number(value: Plain) -> str:
    if isinstance(value, Mapping):
        return " ".join(_plain(value[key]) for key in ("value", "unit") if value.get(key) is not None)
    return _plain(value)


def _plain(value: Plain) -> str:
    return (
        repr(value)
        if isinstance(value, float) and not value.is_integer()
        else f"{value:g}"
        if _is(value)
        else str(value)
    )


def _is(value: Plain) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _members(value: Mapping[str, Plain]) -> str:
    named = [code if held else f"not {code}" for code, held in value.items() if code != "complete"]
    whole = value.get("complete") is True
    return ", ".join([*named, *([] if whole else ["..."])]) or "none"


def _trial(trial: Mapping[str, Plain]) -> str:
    weeks, dose = trial.get("weeks"), trial.get("daily_dose")
    taking = trial.get("still_taking")
    parts = [
        str(trial["treatment"]),
        "" if dose is None else _plain(dose),
        "" if weeks is None else f"for {_plain(weeks)} weeks",
        str(trial.get("outcome") or ""),
        "" if taking is None else "taking" if taking else "stopped",
    ]
    return " ".join(part for part in parts if part)


def _promises(given: Mapping[str, Plain]) -> Iterator[str]:
    options = _tables(given, "options")
    yield _listed("alert", [str(alert["code"]) for alert in _tables(given, "alerts")])
    for verdict in VERDICTS:
        yield _listed(verdict, [str(row["code"]) for row in options if row["verdict"] == verdict])
    for row in options:
        yield from _dose(row)
        if row["verdict"] == "exclude":
            against = [reason for reason in _tables(row, "reasons") if reason["kind"] == "against"]
            yield from (f"reason: {row['code']} {reason['rule']}" for reason in against)
    yield _listed("ask", [str(one["fact"]) for one in _tables(given, "missing")])


def _dose(row: Mapping[str, Plain]) -> Iterator[str]:
    dose = next(iter(_tables(row, "dose")), None)
    if dose is not None:
        pairs = (("start", dose["start"]), ("max", dose["maximum"]), ("rule", dose["rule"]))
        said = [f"{key} {_plain(value)}" for key, value in pairs if value is not None]
        yield f"dose: {row['code']} {' '.join(said)}"


def _tables(given: Mapping[str, Plain], key: str) -> list[Mapping[str, Plain]]:
    listed = given.get(key)
    return [row for row in listed if isinstance(row, Mapping)] if isinstance(listed, list) else []


def _listed(what: str, codes: list[str]) -> str:
    return f"{what}: {', '.join(codes)}" if codes else ""
