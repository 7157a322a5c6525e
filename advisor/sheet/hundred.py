"""The hundred: what an effect estimate comes to among a hundred people treated, in a sentence and as a picture."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .amount import figure


EVERYBODY = 100
ROW = 20  # people side by side in a picture
HELPED, HARMED = "NNT", "NNH"


def of(effect, estimate=None):
    """Tell one estimate among a hundred people; nothing for a measure that says nothing of people.

    `effect` is the estimate as an advice gives it, `estimate` the edition's own record, which may count people. There is a
    picture only where the source gives the number and its interval, and the interval keeps to one side of no effect.
    """
    if effect["measure"] not in (HELPED, HARMED):
        return None
    told = {"kind": "harm" if effect["measure"] == HARMED else "benefit", "picture": None}
    if effect["unbounded"]:
        return told | {"sentence": _("No clear difference: the interval includes no effect.")}
    if not effect["value"]:
        return None
    likely = _people(effect["value"])
    if likely < 1:
        return told | {"sentence": _rarely(effect)}
    if effect["low"] is None or effect["high"] is None:
        unsure = _("the interval is not stated in the source seen, so no picture is drawn")
        return told | {"sentence": f"{_of_hundred(effect, likely)} ({unsure})."}
    sure, perhaps = _people(effect["high"]), _people(effect["low"])
    between = _("%(sure)d to %(perhaps)d") % {"sure": sure, "perhaps": perhaps}
    said = f"{_of_hundred(effect, likely)} ({between}).{_anyway(estimate)}"
    return told | {"sentence": said, "picture": _picture(sure, likely, perhaps)}


def _people(number):
    return int(EVERYBODY / number + 0.5)


def _of_hundred(effect, people):
    if effect["measure"] == HELPED:
        said = ngettext(
            "Of 100 people, %(people)d benefits because of it",
            "Of 100 people, %(people)d benefit because of it",
            people,
        )
    else:
        said = ngettext(
            "Of 100 people, %(people)d is harmed because of it",
            "Of 100 people, %(people)d are harmed because of it",
            people,
        )
    return said % {"people": people}


def _rarely(effect):
    said = _("Fewer than 1 of 100 people: 1 of %(number)s because of it.")
    return said % {"number": figure(effect["value"])}


def _anyway(estimate):
    if estimate is None or not estimate.control_treated or estimate.control_responders is None:
        return ""
    people = int(EVERYBODY * estimate.control_responders / estimate.control_treated + 0.5)
    return " " + _("Without it the outcome comes about in %(people)d of 100.") % {"people": people}


def _picture(sure, likely, perhaps):
    """Draw a hundred people in rows: who surely, who likely, who perhaps, and the rest; each an outline of their places."""
    ends = (0, sure, likely, perhaps, EVERYBODY)
    return dict(zip(("sure", "likely", "perhaps", "rest"), map(_places, ends, ends[1:]), strict=False))


def _places(start, end):
    """Outline the places from one person up to another, ten units wide and high each, row by row."""
    return "".join(
        f"M{10 * (first % ROW)} {10 * (first // ROW)}h{10 * (last - first)}v10H{10 * (first % ROW)}z"
        for row in range(start // ROW, -(-end // ROW))
        if (first := max(start, row * ROW)) < (last := min(end, (row + 1) * ROW))
    )
