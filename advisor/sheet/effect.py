"""Effect estimates in words: never a number without its interval, outcome, comparator, dose, time, people and source."""

import re

from .amount import NOT_STATED, figure, joined


UNITS = {"percent": " %"}
# Weeks are written as numbers; any other time says what it is counted in.
NUMBERS = re.compile(r"[0-9.]+(?: (?:to|or|and) [0-9.]+)*")
PARTS = (
    ("outcome", "outcome"),
    ("population", "people"),
    ("comparator", "comparator"),
    ("dose", "dose"),
    ("weeks", "weeks"),
)


def table(effects):
    """Give an option's estimates as rows, with a key by which the rendered table is kept."""
    return {"key": " ".join(effect["rule"] for effect in effects), "rows": [_row(effect) for effect in effects]}


def headline(effects):
    """Say the first estimate with all that is known of it; nothing where there is none."""
    return f"{_estimate(effects[0])}: {_reading(effects[0])}" if effects else ""


def _row(effect):
    return {
        "estimate": _estimate(effect),
        "reading": _reading(effect),
        "unstated": joined([name for key, name in PARTS if effect[key] == NOT_STATED]),
        "note": effect["note"],
        "sources": effect["sources"],
        "mark": effect["mark"],
    }


def _estimate(effect):
    # A share says what it is by its sign.
    return _value(effect) if effect["measure"] in UNITS else f"{effect['measure']} {_value(effect)}"


def _reading(effect):
    known = {key: effect[key] for key, _ in PARTS if effect[key] != NOT_STATED}
    said = [
        known.get("outcome", ""),
        f"in {known['population']}" if "population" in known else "",
        f"against {known['comparator']}" if "comparator" in known else "",
        known.get("dose", ""),
        _time(known["weeks"]) if "weeks" in known else "",
    ]
    return "; ".join(part for part in said if part)


def _time(weeks):
    if not NUMBERS.fullmatch(weeks):
        return weeks
    return f"{weeks} week" if weeks == "1" else f"{weeks} weeks"


def _value(effect):
    if effect["value"] is None:
        return effect["text"] or NOT_STATED
    shown = f"{figure(effect['value'])}{UNITS.get(effect['measure'], '')} ({_interval(effect)})"
    return f"{shown}; {effect['text']}" if effect["text"] else shown


def _interval(effect):
    low, high = effect["low"], effect["high"]
    if effect["unbounded"]:
        known = f"from {figure(low)} " if low is not None else ""
        return f"95 % CI {known}to no clear difference"
    if low is None or high is None:
        return f"95 % CI {NOT_STATED}"
    return f"95 % CI {figure(low)}–{figure(high)}"
