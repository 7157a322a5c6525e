"""The gist: the bottom line of an advice, composed from its options."""

from itertools import groupby
from operator import itemgetter

from django.utils.translation import gettext as _

from . import plan
from .amount import joined, titled
from .dose import brief
from .option import LINES


DRUGLIKE = ("drug", "topical", "procedure", "supplement")
SUITABLE = ("offer", "caution")


def lines(given, person, swings=None):
    """Say in a sentence or two what to do first; each with the treatments it names, those of drugs with their plans."""
    treatments = [option for option in given["options"] if option["kind"] in DRUGLIKE]
    first = _leading(treatments, SUITABLE)
    checks = _leading(treatments, ("check",))
    beside = [_named(option) for option in _measures(given)]
    if not first and not checks:
        return [{"text": _("No drug treatment is advised for this patient."), "treatments": beside}]
    said = []
    if first:
        said += _passed_over(treatments, first[0]["line"])
        said.append({"text": _suitable(first)} | _planned(first, person, swings or {}))
    pending = [option for option in checks if not first or option["line"] <= first[0]["line"]]
    if pending:
        ask = joined([person.book.facts[item["fact"]].name for item in given["missing"] if item["settles"]][:3])
        text = _("Possible once this is known: %s:") % ask if ask else _("Possible once checked:")
        waiting = [_waiting(option, given, person.book) for option in pending]
        # What all of them wait for stands in the line above them.
        said.append(
            {
                "text": text,
                "treatments": [one | {"needs": "" if one["needs"] == ask else one["needs"]} for one in waiting],
            }
        )
    return [*said, {"text": _("Alongside, without drugs:"), "treatments": beside, "beside": True}] if beside else said


def _leading(options, verdicts):
    fitting = [option for option in options if option["verdict"] in verdicts]
    line = min((option["line"] for option in fitting), default=None)
    return [option for option in fitting if option["line"] == line]


def _passed_over(treatments, line):
    """Say that all that comes before this line is ruled out, so that nobody wonders where it is."""
    earlier = [one for one in treatments if one["verdict"] != "not_indicated" and one["line"] and one["line"] < line]
    if not earlier or any(one["verdict"] != "exclude" for one in earlier):
        return []
    return [{"text": _("Every treatment of an earlier line is ruled out for this patient."), "treatments": []}]


def _suitable(options):
    line = LINES[options[0]["line"]]
    if len(options) == 1:
        return _("%s for this patient:") % line
    alike = _alike(options)
    if len(alike) == 1 and len(alike[0]) == len(options):
        return _("%s for this patient, no order of preference:") % line
    if not alike:
        return _("%s for this patient, in this order:") % line
    pairs = _(", nor ").join(_("between %s") % joined(names) for names in alike)
    words = _("%(line)s for this patient, in this order (no preference %(pairs)s):")
    return words % {"line": line, "pairs": pairs}


def _alike(options):
    """Give the names of those that stand side by side with one rank, where there are several."""
    groups = [[option["name"] for option in group] for _, group in groupby(options, itemgetter("rank"))]
    return [names for names in groups if len(names) > 1]


def _planned(options, person, swings):
    told = [_named(option) | plan.of(option, person) for option in options]
    # Where nobody doses and nothing is checked, a table would be a name and four empty columns.
    is_planned = any(one["start"] or one["then"] or one["maximum"] or one["checks"] for one in told)
    return {"treatments": told, "checks": plan.side_by_side(told, swings), "planned": is_planned}


def _waiting(option, given, book):
    needs = [book.facts[item["fact"]].name for item in given["missing"] if option["code"] in item["settles"]]
    return _named(option) | {"needs": joined(needs)}


def _named(option):
    dose = brief(option)
    caution = _(" – with caution") if option["verdict"] == "caution" else ""
    told = {"code": option["code"], "name": titled(option["name"]), "verdict": option["verdict"]}
    return told | {"words": f"{f': {dose}' if dose else ''}{caution}"}


def _measures(given):
    live = [option for option in given["options"] if option["kind"] not in DRUGLIKE and option["verdict"] in SUITABLE]
    return [option for option in live if option["line"] == 1]
