"""Effect estimates in words: never a number without its interval, outcome, comparator, dose, time, people and source."""

import re
from collections import OrderedDict
from types import MappingProxyType

from django.utils.translation import get_language, gettext, gettext_lazy

from . import hundred
from .amount import NOT_STATED, figure, joined


NONE_COUNTED = MappingProxyType({})
MOST_KEPT = 2000
UNITS = {"percent": " %"}
# Weeks are written as numbers; any other time says what it is counted in.
NUMBERS = re.compile(r"[0-9.]+(?: (?:to|or|and) [0-9.]+)*")
_kept = OrderedDict()
PARTS = (
    ("outcome", gettext_lazy("outcome")),
    ("population", gettext_lazy("people")),
    ("comparator", gettext_lazy("comparator")),
    ("dose", gettext_lazy("dose")),
    ("weeks", gettext_lazy("weeks")),
)


def told(effects, book, edition):
    """Give an option's estimates as rows, and those that stand for it, once per edition, language and process.

    The key is that by which the rendered table is kept, too.
    """
    key = " ".join(effect["rule"] for effect in effects)
    place = (edition, key, get_language())
    kept = _kept.get(place)
    if kept is None:
        kept = _kept[place] = table(effects, _counted(book)) | {"key": key}
        if len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return kept


def table(effects, estimates=NONE_COUNTED):
    """Give estimates as rows, and among a hundred people the first of benefit and of harm, with a picture if any has one.

    `estimates` are the edition's own records of those that count people, by their codes.
    """
    found = [(effect, hundred.of(effect, estimates.get(effect["rule"]))) for effect in effects]
    among = [_among(effect, one) for effect, one in found if one]
    kinds = [[one for one in among if one["kind"] == kind] for kind in ("benefit", "harm")]
    leading = [next((one for one in alike if one["picture"]), alike[0]) for alike in kinds if alike]
    return {"rows": [_row(effect, one) for effect, one in found], "hundreds": leading}


def _counted(book):
    return {one.code: one for one in book.rulebook.effects if one.treated}


def headline(effects):
    """Say the first estimate with all that is known of it; nothing where there is none."""
    return f"{_estimate(effects[0])}: {_reading(effects[0])}" if effects else ""


def _among(effect, found):
    return found | {"reading": _reading(effect), "sources": effect["sources"], "mark": effect["mark"]}


def _row(effect, among):
    return {
        "estimate": _estimate(effect),
        "among": among["sentence"] if among else "",
        "reading": _reading(effect),
        "unstated": joined([str(name) for key, name in PARTS if effect[key] == NOT_STATED]),
        "note": effect["note"],
        "sources": effect["sources"],
        "mark": effect["mark"],
    }


def _estimate(effect):
    # A share says what it is by its sign.
    return _value(effect) if effect["measure"] in UNITS else f"{effect['measure']} {_value(effect)}"


def _reading(effect):
    # In the words of the content, and in its language.
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
        return effect["text"] or gettext(NOT_STATED)
    shown = f"{figure(effect['value'])}{UNITS.get(effect['measure'], '')} ({_interval(effect)})"
    return f"{shown}; {effect['text']}" if effect["text"] else shown


def _interval(effect):
    low, high = effect["low"], effect["high"]
    if effect["unbounded"]:
        if low is None:
            return gettext("95 % CI to no clear difference")
        return gettext("95 %% CI from %s to no clear difference") % figure(low)
    if low is None or high is None:
        return gettext("95 % CI not stated in the source seen")
    return gettext("95 %% CI %(low)s–%(high)s") % {"low": figure(low), "high": figure(high)}
