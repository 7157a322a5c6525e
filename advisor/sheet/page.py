"""The whole sheet of one advice: every section in the order in which it is read."""

from functools import partial

from django.utils.translation import gettext, gettext_lazy

from advisor import numeral
from advisor.accounts.models import Reader

from . import age, citation, evidence, gist, layout, option, patient, review
from .amount import day, figure, joined
from .response import response
from .status import banner


TONES = {
    "stop": gettext_lazy("Stop"),
    "withhold": gettext_lazy("Act on this first"),
    "warn": gettext_lazy("Warning"),
}
EDITION = "edition"


def of(given, reading, person, consultation, *, today=None, responses=(), reader=Reader.CLINICIAN):
    """Make the sheet of a given advice: as much of it as its alerts let through, with status and age as of today.

    `responses` are what its clinician said of it, the newest first. The reader decides order and depth alone.
    """
    told = {
        "title": given["title"],
        "question": given["question"],
        "banner": banner(reading.status, reading.withdrawal),
        "alerts": [{**alert, "title": str(TONES[alert["effect"]])} for alert in given["alerts"]],
        "stopped": given["stopped"],
        "withheld": given["withheld"],
        "patient": patient.summary(person, given["derived"]),
        "provenance": provenance(given, reading, consultation),
        "references": evidence.references(given["references"]),
        EDITION: reading.sha256,
    }
    told |= age.told(given, reading, today) if today else {}
    if given["stopped"] or given["withheld"]:
        return told | {"references": _cited(told)}
    advised = _advised(given, reading, person, consultation)
    advised["sections"] = layout.explained(advised["sections"], reading.compiled, reader)
    return told | advised | {"layout": layout.layout(reader), "response": response(given, responses)}


def _cited(told):
    """Leave of the references those that are cited where no treatment is shown."""
    here = {source.partition("/")[0] for source in citation.within([told["alerts"], told["patient"]])}
    return [work for work in told["references"] if work["code"] in here]


def provenance(given, reading, consultation):
    """Say which edition, engine and moment an advice comes from, so that it can be found and checked again."""
    return {
        "edition": given["edition"]["number"],
        "sha256": given["edition"]["sha256"],
        "digest": given["digest"],
        "engine": given["engine"],
        "jurisdiction": (given["jurisdiction"] or "").upper(),
        "on": day(consultation.consulted_at),
        "id": str(consultation.pk),
        "guideline": reading.compiled.rulebook.guideline.slug,
        "disclaimer": reading.compiled.rulebook.guideline.disclaimer,
        "owner": reading.compiled.rulebook.guideline.owner,
    }


def _advised(given, reading, person, consultation):
    book, swings = person.book, swaying(given)
    card = partial(option.card, book=book, swings=swings, edition=reading.sha256)
    live = [item for item in given["options"] if item["verdict"] in option.VERDICTS]
    treatments = [item for item in live if item["kind"] in gist.DRUGLIKE]
    return {
        "gist": gist.lines(given, person, swings),
        "missing": _missing(given),
        "lines": leading(_lines(treatments, card)),
        "measures": [card(item) for item in live if item["kind"] not in gist.DRUGLIKE],
        "ruled_out": [option.row(item, book) for item in given["options"] if item["verdict"] == "exclude"],
        "elsewhere": [option.row(item, book) for item in given["options"] if item["verdict"] == "not_indicated"],
        "sensitivity": _sensitivity(given),
        "reviews": review.dates(treatments, consultation),
        "begun": day(consultation.consulted_at),
        "sections": evidence.sections(given["statements"]),
        "disagreements": evidence.disagreements(given["disagreements"]),
    }


def _lines(treatments, card):
    numbers = sorted({item["line"] for item in treatments})
    return [_line(number, [item for item in treatments if item["line"] == number], card) for number in numbers]


def leading(lines):
    """Mark the first line that has a treatment: it is shown open, the others on request."""
    return [{**line, "leads": place == 0} for place, line in enumerate(lines)]


def _line(number, placed, card):
    return {
        "number": number,
        "title": str(option.LINES[number]),
        "names": joined([item["name"] for item in placed]),
        "treatments": [card(item) for item in placed],
    }


def _missing(given):
    names = {item["code"]: item["name"] for item in given["options"]}
    told = [{"text": m["text"], "settles": joined([names[code] for code in m["settles"]])} for m in given["missing"]]
    return {
        "settling": [item for item in told if item["settles"]],
        "useful": [item for item in told if not item["settles"]],
    }


def swaying(given):
    """Say for each treatment what another method of a formula would change of it."""
    found = {}
    for swing in given["sensitivity"]:
        variant = swing["variant"]
        for change in swing["changes"]:
            weight = {"method": gettext(variant), "value": figure(swing["value"])}
            method = gettext("%(method)s weight (%(value)s)") % weight
            words = gettext("With %(method)s: %(change)s") % {
                "method": method,
                "change": numeral.ungrouped(change["text"]),
            }
            found.setdefault(change["option"], []).append({"method": method, "words": words})
    return found


def _sensitivity(given):
    grouped = {}
    for swing in given["sensitivity"]:
        group = grouped.setdefault(swing["fact"], {"text": swing["text"], "methods": [], **_cites(swing)})
        variant, changes = swing["variant"], [change["text"] for change in swing["changes"]]
        group["methods"].append({"name": gettext(variant), "value": figure(swing["value"]), "changes": changes})
    return list(grouped.values())


def _cites(item):
    return {"sources": item["sources"], "mark": item["mark"]}
