"""The outline of a sheet on paper: first what to do, then everything that stands behind it; all of the page is in it."""

from django.utils.translation import gettext as _

from . import block, card, evidence
from .block import quiet, run, runs, strong
from .citing import Citing


def advice(sheet):
    """Give what to do: status, alerts, the patient, the bottom line, the doses of the leading line, and the review."""
    citing = Citing(sheet["references"])
    told = [*_status(sheet["banner"]), block.paragraph(quiet(sheet["question"]))]
    told += [_alert(alert, citing) for alert in sheet["alerts"]]
    told += _overdue(sheet.get("overdue")) + _patient(sheet["patient"])
    if "gist" not in sheet:
        return told
    told += [
        _gist(sheet),
        *_response(sheet["response"]["newest"]),
        *(_sensitivity(item, citing) for item in sheet["sensitivity"]),
    ]
    for line in [line for line in sheet["lines"] if line["leads"]]:
        told += _line(line, citing, card.current)
    return told + _measures(sheet["measures"], citing) + _review(sheet, citing)


def grounds(sheet, witness):
    """Give what stands behind it: evidence, later lines, what is ruled out, statements, references and provenance."""
    citing = Citing(sheet["references"])
    told = _worked_out(sheet["patient"], citing)
    if "gist" in sheet:
        for line in sheet["lines"]:
            told += [] if line["leads"] else _line(line, citing, card.later)
            told += _line({**line, "title": _("%s: why") % line["title"]}, citing, card.behind)
        measures = {"title": _("Measures without drugs: why"), "treatments": sheet["measures"]}
        told += _line(measures, citing, card.behind)
        told += evidence.ruled(_("Ruled out for this patient, with every reason"), sheet["ruled_out"], citing)
        told += evidence.elsewhere(_("Not in this guideline for this problem"), sheet["elsewhere"], citing)
        told += evidence.sections(sheet["sections"]["others"], citing)
        told += evidence.disagreements(sheet["disagreements"], citing)
    return told + evidence.references(sheet["references"]) + evidence.provenance(sheet, witness)


def _status(banner):
    if not banner["watermark"]:
        return []
    why = [block.paragraph(_("Why: %s") % banner["why"])] if banner.get("why") else []
    instead = [block.paragraph(_("Use instead: %s") % banner["instead"])] if banner.get("instead") else []
    return [block.box("warn", [block.paragraph(strong(banner["text"])), *why, *instead])]


def _alert(alert, citing):
    lines = [block.paragraph(strong(f"{alert['title']}."), citing.said(alert))]
    if alert["effect"] == "withhold":
        seen = _("Acknowledged; this is on record.")
        lines.append(
            block.paragraph(seen if alert["acknowledged"] else _("No treatment is shown until this is acknowledged."))
        )
    elif alert["effect"] == "stop":
        lines.append(block.paragraph(_("No treatment and no dose is given.")))
    return block.box("warn" if alert["effect"] == "warn" else "stop", lines)


def _overdue(listed):
    if not listed:
        return []
    said = _("Past the date of review: look for newer versions of what is listed here before relying on it.")
    return [block.box("warn", [block.paragraph(strong(said)), block.listing([runs(one["text"]) for one in listed])])]


def _patient(patient):
    valued = [item for item in patient["derived"] if item["value"]]
    told = [runs(strong(f"{item['label']}:"), item["words"]) for item in [*patient["told"], *valued]]
    parted = [piece for one in told for piece in (one, "·")][:-1]
    lines = [block.heading(1, _("The patient, as answered")), block.paragraph(*parted)]
    for title, said in ((_("Not known:"), patient["unknown"]), (_("Not worked out:"), patient["refused"])):
        lines += [block.paragraph(strong(title), said)] if said else []
    return lines


def _gist(sheet):
    told = [block.heading(1, _("Bottom line"))]
    for line in sheet["gist"]:
        told.append(block.paragraph(line["text"]))
        if line.get("planned"):
            told += _plans(line)
        elif line["treatments"]:
            told.append(block.listing([[strong(one["name"]), run(one["words"])] for one in line["treatments"]]))
    settling, useful = sheet["missing"]["settling"], sheet["missing"]["useful"]
    if settling:
        asked = [runs(item["text"], quiet(_("Settles: %s.") % item["settles"])) for item in settling]
        told += [block.heading(2, _("To find out first, in this order")), block.listing(asked, ordered=True)]
    if useful:
        told.append(block.paragraph(strong(_("Also worth knowing:")), *(item["text"] for item in useful)))
    return block.box("gist", told)


def _plans(line):
    head = [_("Treatment"), _("Start"), _("Then"), _("Maximum here"), _("Check first")]
    rows = [_plan(item) for item in line["treatments"]]
    shared = [block.paragraph(strong(_("Before any of them:")), check) for check in line["checks"]]
    return [block.table([runs(title) for title in head], rows, widths=(2, 2, 3, 3, 4)), *shared]


def _plan(item):
    caution = quiet(_("with caution")) if item["verdict"] == "caution" else ""
    usual = quiet(_("(usual %s)") % item["usual"]) if item["usual"] else ""
    return [
        runs(strong(item["name"]), caution),
        runs(item["start"]),
        runs(item["then"], usual),
        runs(strong(item["maximum"]), quiet(f"({item['why']})") if item["why"] else ""),
        runs(*item["checks"]),
    ]


def _response(newest):
    return [block.paragraph(strong(_("What was done:")), newest["text"], quiet(newest["on"]))] if newest else []


def _sensitivity(item, citing):
    told = [block.paragraph(strong(_("The advice depends on how a value is worked out.")), citing.said(item))]
    for method in item["methods"]:
        told.append(block.paragraph(_("With %(name)s weight (%(value)s):") % method))
        told.append(block.listing([runs(change) for change in method["changes"]]))
    return block.box("note", told)


def _line(line, citing, told_of):
    return [block.heading(1, line["title"]), *told_of(line["treatments"], citing)] if line["treatments"] else []


def _measures(measures, citing):
    if not measures:
        return []
    return [block.heading(1, _("Measures without drugs")), *card.current(measures, citing)]


def _review(sheet, citing):
    told = []
    if sheet["reviews"]:
        head = [_("Treatment"), _("Judge the response by"), _("What counts as a trial"), _("How to stop")]
        rows = [_judged(item) for item in sheet["reviews"]]
        begun = _("If started on %s") % sheet["begun"]
        told.append(block.table([runs(title) for title in head], rows, caption=begun, widths=(2, 3, 5, 3)))
    for section in sheet["sections"]["next"]:
        told += [block.heading(2, section["title"]), evidence.statements(section["statements"], citing)]
    return [block.heading(1, _("Review and next step")), *told] if told else []


def _judged(item):
    weeks = quiet(_("(%s weeks)") % item["weeks"])
    return [runs(strong(item["name"])), runs(item["on"], weeks), runs(item["trial"]), runs(item["stopping"])]


def _worked_out(patient, citing):
    told = [block.paragraph(strong(_("No, none or normal:")), patient["denied"])] if patient["denied"] else []
    told += [block.listing([_derived(item, citing) for item in patient["derived"]])] if patient["derived"] else []
    return [block.heading(1, _("The patient: other answers, and how values were worked out")), *told] if told else []


def _derived(item, citing):
    methods = _("; by each method: %s") % item["variants"] if item["variants"] else ""
    said = _("%(label)s (%(formula)s): %(words)s; from %(inputs)s") % item
    return citing.said(item, said + methods)
