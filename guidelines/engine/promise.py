"""Promises: the lines of a case that say what the advice must be, each checked against the advice given."""

from collections.abc import Mapping

from . import amount
from .canonical import Plain
from .kept import Check, Kept, codes, each, tables
from .truth import YES


ON_THE_TABLE = ("offer", "caution")
COUNTED_FIRST = ("drug", "topical", "procedure", "supplement")


def keeps(kept: Kept, what: str, wanted: str) -> str:
    """Check one promise: nothing when it holds, else what the advice says instead.

    Raises LookupError for a promise or a code that does not exist.
    """
    check = CHECKS.get(what)
    if check is None:
        raise LookupError(f'"{what}" is no promise a case can make')
    return check(kept, wanted)


def _is_first(row: Mapping[str, Plain]) -> bool:
    return row["verdict"] in ON_THE_TABLE and row["line"] == 1


def _place(row: Mapping[str, Plain]) -> str:
    return f"{row['code']} is {row['verdict']} at line {row['line']}"


def _first(kept: Kept, wanted: str) -> str:
    return each(wanted, lambda code: "" if _is_first(kept.option(code)) else _place(kept.option(code)))


def _not_first(kept: Kept, wanted: str) -> str:
    return each(wanted, lambda code: _place(kept.option(code)) if _is_first(kept.option(code)) else "")


def _only_first(kept: Kept, wanted: str) -> str:
    others = [row for row in kept.rows("options") if row["kind"] in COUNTED_FIRST and row["code"] not in codes(wanted)]
    surplus = [_place(row) for row in others if _is_first(row)]
    return "; ".join(part for part in (_first(kept, wanted), *surplus) if part)


def _verdict(*allowed: str) -> Check:
    def check(kept: Kept, wanted: str) -> str:
        return each(wanted, lambda code: "" if kept.option(code)["verdict"] in allowed else _place(kept.option(code)))

    return check


def _reason(kept: Kept, wanted: str) -> str:
    code, rule, *severity = wanted.split()
    reasons = [reason for reason in tables(kept.option(code)["reasons"]) if reason["kind"] != "unknown"]
    rules = [reason["rule"] for reason in reasons]
    if rule not in rules:
        return f"the reasons are {', '.join(map(str, rules))}"
    found = [str(reason["severity"]) for reason in reasons if reason["rule"] == rule]
    return "" if set(severity) <= set(found) else f"its severity is {', '.join(found)}"


def _no_reason(kept: Kept, wanted: str) -> str:
    code, rule = wanted.split()
    given = any(reason["rule"] == rule for reason in tables(kept.option(code)["reasons"]))
    return "it stands among the reasons" if given else ""


def _line(number: int) -> Check:
    def check(kept: Kept, wanted: str) -> str:
        return each(wanted, lambda code: "" if kept.option(code)["line"] == number else _place(kept.option(code)))

    return check


def _listed(section: str, key: str) -> Check:
    return lambda kept, wanted: each(wanted, lambda code: "" if kept.has(section, key, code) else f"{code} is absent")


def _absent(section: str, key: str) -> Check:
    return lambda kept, wanted: each(wanted, lambda code: f"{code} is there" if kept.has(section, key, code) else "")


def _acts(effect: str) -> Check:
    def check(kept: Kept, wanted: str) -> str:
        found = {str(row["code"]): row["effect"] for row in kept.rows("alerts")}
        return each(wanted, lambda code: "" if found.get(code) == effect else f"{code} {found.get(code, 'is silent')}")

    return check


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
    "line 1": _line(1),
    "line 2": _line(2),
    "line 3": _line(3),
    "reason": _reason,
    "no reason": _no_reason,
    "dose": amount.dose,
    "also": amount.also,
    "one dose": amount.only_one,
    "no dose": amount.no_dose,
    "cell": amount.cell,
    "note": amount.note,
    "ask": _listed("missing", "fact"),
    "no ask": _absent("missing", "fact"),
    "derived": amount.derived,
    "sensitive": _listed("sensitivity", "fact"),
    "not sensitive": _absent("sensitivity", "fact"),
    "disagreement": _listed("disagreements", "code"),
    "no disagreement": _absent("disagreements", "code"),
    "alert": _listed("alerts", "code"),
    "no alert": _absent("alerts", "code"),
    "stop": _acts("stop"),
    "withhold": _acts("withhold"),
    "warn": _acts("warn"),
    "statement": _listed("statements", "code"),
    "in": lambda kept, wanted: each(wanted, lambda code: "" if _holds(kept, code) else f"{code} does not hold"),
    "not in": lambda kept, wanted: each(wanted, lambda code: f"{code} holds" if _holds(kept, code) else ""),
    "refused": lambda kept, wanted: "the answers were accepted",
}
"""Every promise a case can make, by the words in which it is written."""
