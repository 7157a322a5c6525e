"""The plan: a treatment in the few words that a prescriber needs first: start, how it goes up, maximum and why, what to check."""

from django.utils.translation import gettext as _

from advisor import numeral

from . import ladder
from .amount import figure, joined, span


MOST_CHECKS = 2
MANY = 2  # more treatments than this side by side leave room for one check each
FEW = 3


def of(option, person):
    """Give an option's plan; the words of its first dose are empty where there is none."""
    dose = option["dose"][0] if option["dose"] else None
    return _dosed(dose, ladder.of(option, person)) | {"checks": checks(option, person.book)}


def side_by_side(planned, swings):
    """Cut what is to be checked to the most important; what all have in common is told once, beside the plans.

    `swings` holds for some treatments what another method of a formula would change.
    """
    own = [plan["checks"] for plan in planned]
    shared = [one for one in own[0] if all(one in checks for checks in own)] if len(own) > 1 else []
    for plan in planned:
        swayed = [_depends(swings[plan["code"]])] if plan["code"] in swings else []
        rest = [one for one in plan["checks"] if one not in shared]
        plan["checks"] = [*swayed, *rest[: 1 if swayed or len(own) > MANY else MOST_CHECKS]]
    return shared[:MOST_CHECKS]


def checks(option, book):
    """Say what to see to before the first dose, the cautions for this patient first, each once."""
    cautions = [reason["action"] or reason["text"] for reason in option["reasons"] if reason["kind"] == "against"]
    before = [rule for rule in option["monitoring"] if rule["phase"] == "before"]
    particular = {rule.code for rule in book.rulebook.monitoring if rule.population}
    # What is checked in this kind of patient comes before what is checked in everybody.
    before = sorted(before, key=lambda rule: rule["rule"] not in particular)
    return list(dict.fromkeys([*cautions, *(rule["text"] for rule in before)]))


def _depends(swings):
    methods = joined([swing["method"] for swing in swings], "or")
    return _("With %(methods)s the dose or the verdict is another: see below.") % {"methods": methods}


def _dosed(dose, counted):
    if dose is None:
        return {"start": "", "then": "", "usual": "", "maximum": "", "why": ""}
    return {
        "start": dose["start_text"] or _amount(dose["start"], dose) or dose["schedule"],
        "then": _then(dose, counted) if counted else dose["step"],
        "usual": usual(dose) if _varies(dose) else "",
        "maximum": _amount(dose["maximum"], dose),
        "why": dose["band"],
    }


def usual(dose):
    """Say what is usual of a dose, also where that is its maximum and a plan leaves it out."""
    return f"{span(*dose['usual'])} {numeral.unit(dose['unit'])}" if dose["usual"] else ""


def _varies(dose):
    return dose["usual"] and dose["usual"] != [dose["maximum"]] * 2


def _then(dose, counted):
    """Say how it goes up: a few steps by their days, many in the words of the source, and what it only words."""
    if not counted.rungs:
        return "; ".join(counted.words)
    later, reached = counted.rungs[1:], counted.rungs[-1].dose
    said, arrived = list(counted.words), reached == (dose["usual"][1] if dose["usual"] else dose["maximum"])
    if later and len(later) <= FEW:
        days = [
            _("day %(day)d: %(dose)s") % {"day": one.day, "dose": ladder.worded(one, dose["unit"])} for one in later
        ]
        said = days if arrived else [*days, *said]
    if said:
        return "; ".join(said)
    if counted.left_out:
        return _("no steps are stated for this dose range")
    return _("no increase: the start is the maximum") if reached == dose["maximum"] else ""


def _amount(value, dose):
    return "" if value is None else f"{figure(value)} {numeral.unit(dose['unit'])}".strip()
