"""Promises: the lines of a case that say what the advice must be, each checked against the advice given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .canonical import Plain
from .patient import Patient
from .truth import YES


Check = Callable[["Kept", str], str]
ON_THE_TABLE = ("offer", "caution")
COUNTED_FIRST = ("drug", "topical", "procedure", "supplement")


@dataclass(frozen=True, slots=True)
class Kept:
    """A patient and the advice given, against which promises are checked."""

    patient: Patient
    given: Mapping[str, Plain]

    def rows(self, section: str) -> list[Mapping[str, Plain]]:
        """Give the tables of one section of the advice."""
        listed = self.given[section]
        return [row for row in listed if isinstance(row, Mapping)] if isinstance(listed, list) else []

    def option(self, code: str) -> Mapping[str, Plain]:
        """Give one treatment's place in the advice. Raises LookupError when there is no such treatment."""
        return next((row for row in self.rows("options") if row["code"] == code), None) or _unknown(code)

    def has(self, section: str, key: str, code: str) -> bool:
        """Say whether a section has a table with this code."""
        return any(row[key] == code for row in self.rows(section))


def keeps(kept: Kept, what: str, wanted: str) -> str:
    """Check one promise: nothing when it holds, else what the advice says instead.

    Raises LookupError for a promise or a code that does not exist.
    """
    check = CHECKS.get(what)
    if check is None:
        raise LookupError(f'"{what}" is no promise a case can make')
    return check(kept, wanted)


def _unknown(code: str) -> Mapping[str, Plain]:
    raise LookupError(code)


def _codes(wanted: str) -> list[str]:
    return [part.strip() for part in wanted.split(",") if part.strip()]


def _each(wanted: str, test: Callable[[str], str]) -> str:
    return "; ".join(said for said in (test(code) for code in _codes(wanted)) if said)


def _is_first(row: Mapping[str, Plain]) -> bool:
    return row["verdict"] in ON_THE_TABLE and row["line"] == 1


def _place(row: Mapping[str, Plain]) -> str:
    return f"{row['code']} is {row['verdict']} at line {row['line']}"


def _first(kept: Kept, wanted: str) -> str:
    return _each(wanted, lambda code: "" if _is_first(kept.option(code)) else _place(kept.option(code)))


def _not_first(kept: Kept, wanted: str) -> str:
    return _each(wanted, lambda code: _place(kept.option(code)) if _is_first(kept.option(code)) else "")


def _only_first(kept: Kept, wanted: str) -> str:
    others = [row for row in kept.rows("options") if row["kind"] in COUNTED_FIRST and row["code"] not in _codes(wanted)]
    surplus = [_place(row) for row in others if _is_first(row)]
    return "; ".join(part for part in (_first(kept, wanted), *surplus) if part)


def _verdict(*allowed: str) -> Check:
    def check(kept: Kept, wanted: str) -> str:
        return _each(wanted, lambda code: "" if kept.option(code)["verdict"] in allowed else _place(kept.option(code)))

    return check


def _reason(kept: Kept, wanted: str) -> str:
    code, _, rule = wanted.partition(" ")
    reasons = kept.option(code)["reasons"]
    rules = (
        [r["rule"] for r in reasons if isinstance(r, Mapping) and r["kind"] != "unknown"]
        if isinstance(reasons, list)
        else []
    )
    return "" if rule.strip() in rules else f"the reasons are {', '.join(map(str, rules))}"


def _dose(kept: Kept, wanted: str) -> str:
    code, _, rest = wanted.partition(" ")
    doses = kept.option(code)["dose"]
    first = doses[0] if isinstance(doses, list) and doses else None
    if not isinstance(first, Mapping):
        return "no dose is printed"
    words = rest.split()
    pairs = zip(words[::2], words[1::2], strict=True)
    return "; ".join(f"{key} is {_printed(first, key)}" for key, value in pairs if _printed(first, key) != value)


def _printed(dose: Mapping[str, Plain], key: str) -> str:
    value = dose.get({"max": "maximum"}.get(key, key))
    if isinstance(value, list):
        return "-".join(_number(part) for part in value)
    return _number(value)


def _number(value: Plain) -> str:
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def _no_dose(kept: Kept, wanted: str) -> str:
    return _each(wanted, lambda code: "a dose is printed" if kept.option(code)["dose"] else "")


def _derived(kept: Kept, wanted: str) -> str:
    code, _, value = wanted.partition(" ")
    table = kept.given["derived"]
    told = table.get(code) if isinstance(table, Mapping) else None
    if not isinstance(told, Mapping):
        raise LookupError(code)
    if value in ("refused", "unknown"):
        holds = bool(told["refusal"]) if value == "refused" else told["value"] is None and not told["refusal"]
        return "" if holds else f"it is {told['text']}"
    number = told["value"]
    same = abs(number - float(value)) < 1e-9 if isinstance(number, int | float) else number == value
    return "" if same else f"it is {number}"


def _listed(section: str, key: str) -> Check:
    return lambda kept, wanted: _each(wanted, lambda code: "" if kept.has(section, key, code) else f"{code} is absent")


def _absent(section: str, key: str) -> Check:
    return lambda kept, wanted: _each(wanted, lambda code: f"{code} is there" if kept.has(section, key, code) else "")


def _holds(kept: Kept, code: str) -> bool:
    return kept.patient.judgement.population(code) is YES


CHECKS: Mapping[str, Check] = {
    "first": _first,
    "not first": _not_first,
    "only first": _only_first,
    "offer": _verdict("offer"),
    "caution": _verdict("caution"),
    "check": _verdict("check"),
    "exclude": _verdict("exclude"),
    "not_indicated": _verdict("not_indicated"),
    "not offered": _verdict("exclude", "not_indicated"),
    "reason": _reason,
    "dose": _dose,
    "no dose": _no_dose,
    "ask": _listed("missing", "fact"),
    "no ask": _absent("missing", "fact"),
    "derived": _derived,
    "sensitive": _listed("sensitivity", "fact"),
    "not sensitive": _absent("sensitivity", "fact"),
    "disagreement": _listed("disagreements", "code"),
    "no disagreement": _absent("disagreements", "code"),
    "alert": _listed("alerts", "code"),
    "no alert": _absent("alerts", "code"),
    "statement": _listed("statements", "code"),
    "in": lambda kept, wanted: _each(wanted, lambda code: "" if _holds(kept, code) else f"{code} does not hold"),
    "not in": lambda kept, wanted: _each(wanted, lambda code: f"{code} holds" if _holds(kept, code) else ""),
    "refused": lambda kept, wanted: "the answers were accepted",
}
"""Every promise a case can make, by the words in which it is written."""
