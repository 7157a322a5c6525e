"""The leaflet: one treatment of an advice in plain words for the patient; what the content does not word stays blank to write in."""

from django.utils import translation
from django.utils.translation import gettext as _

from guidelines.engine import citation
from guidelines.parlance import CONTENT

from . import effect, intake
from .amount import day, figure, titled
from .page import provenance
from .status import banner


OFFERED = ("offer", "caution")
TAKEN = ("drug", "topical", "supplement")
BLANK = 2
"""Lines to write on where the content has no words."""


class Unoffered(LookupError):
    """The advice does not offer this treatment, so there is nothing to tell a patient; the message is for the clinician."""


def choices(given):
    """Give the treatments of an advice that a leaflet can be printed for, in the order of the advice."""
    return [{"code": one["code"], "name": titled(one["name"])} for one in given["options"] if one["verdict"] in OFFERED]


def leaflet(given, reading, person, consultation, code):
    """Make the leaflet of one treatment. Raises Unoffered."""
    option = next((one for one in given["options"] if one["code"] == code and one["verdict"] in OFFERED), None)
    if option is None:
        raise Unoffered(_("This advice does not offer that treatment now, so there is no leaflet for it."))
    # A patient reads one language, that of the content, whatever the clinician's is.
    with translation.override(CONTENT):
        told = _told(option, person, reading.sha256) | {"on": day(consultation.consulted_at)}
    return told | {
        "name": titled(option["name"]),
        "code": code,
        "language": CONTENT,
        "banner": banner(reading.status, reading.withdrawal),
        "provenance": provenance(given, reading, consultation),
    }


def _told(option, person, edition):
    sections = [part for part in _sections(option, person, edition) if part["lines"] or part["blank"]]
    marks = {said["mark"] for part in sections for said in (part, *part["lines"])}
    return {
        "sections": sections,
        "marks": [{"mark": mark, "means": meaning} for mark, meaning in _meanings() if mark in marks],
        "unworded": [part["title"] for part in sections if part["blank"]],
    }


def _sections(option, person, edition):
    rulebook = person.book.rulebook
    treatment = next(one for one in rulebook.treatments if one.code == option["code"])
    rules = _worded(option["monitoring"], rulebook.monitoring, "phase")
    known = _worded(option["safety"], rulebook.safety, "topic")
    during = rules.get("during", [])
    urgent = [*(one for one in during if one["urgent"]), *known.get("boxed_warning", []), *known.get("overdose", [])]
    taken, drug = option["kind"] in TAKEN, option["kind"] == "drug"
    purpose = said(treatment.patient, citation.mark(treatment.sources))
    form = said(treatment.form, citation.mark(treatment.sources), label=_("It comes as"))
    dosed = intake.lines(option, person, said)
    return [
        _section(
            "purpose", _("What it is for"), [purpose, *_expected(option, person, edition)], blank=not treatment.patient
        ),
        _section("dose", _("How to take it"), [form, *dosed] if dosed else [], blank=taken),
        _section("judged", _("When you will know if it helps"), _judged(option), blank=taken),
        _section("before", _("Before you start"), rules.get("before", [])),
        _section("avoid", _("What not to take with it"), known.get("interactions", []), blank=taken),
        _section("watch", _("What to look out for"), [one for one in during if not one["urgent"]], blank=taken),
        _section("urgent", _("Get help at once"), urgent, blank=drug),
        _section("stopping", _("How to stop"), rules.get("stopping", []), blank=drug),
    ]


def said(text, mark=None, *, label="", urgent=False):
    """Make one line of a leaflet; its mark in plain words."""
    return {"label": label, "text": text, "mark": _plain(mark), "urgent": urgent}


def _section(code, title, lines, *, blank=False):
    lines = [line for line in lines if line["text"]]
    marks = {line["mark"] for line in lines}
    shared = marks.pop() if len(marks) == 1 and len(lines) > 1 else ""
    lines = [line | {"mark": ""} for line in lines] if shared else lines
    return {"code": code, "title": title, "lines": lines, "mark": shared, "blank": BLANK if blank and not lines else 0}


def _worded(told, rows, grouped_by):
    """Group what an advice tells by its phase or topic, in the words for patients."""
    worded = {row.code: row for row in rows if row.patient}
    groups = {}
    for one in told:
        if row := worded.get(one["rule"]):
            line = said(row.patient, one["mark"], urgent=getattr(row, "urgent", False))
            groups.setdefault(one[grouped_by], []).append(line)
    return groups


def _expected(option, person, edition):
    """Say how many of a hundred people benefit, where a source says so with its interval."""
    among = effect.told(option["effects"], person.book, edition)["hundreds"]
    return [said(one["sentence"], one["mark"]) for one in among if one["kind"] == "benefit" and one["picture"]]


def _judged(option):
    weeks = option.get("adequate_weeks")
    if not weeks:
        return []
    told = _("Give it about %s weeks at the dose that is right for you. Then we look at how much it helps.")
    return [said(told % figure(weeks))]


def _plain(mark):
    if not mark:
        return ""
    return _("second-hand") if mark == citation.SECONDARY_MARK else _("not yet checked")


def _meanings():
    return (
        (_("not yet checked"), _("Nobody has yet compared this with its source.")),
        (_("second-hand"), _("We read this in a text that reports it, not at its source.")),
    )
