"""The whole sheet of one advice: every section in the order in which it is read."""

from functools import partial

from django.utils.translation import gettext_lazy

from advisor.accounts.models import Reader
from guidelines.engine.dosing import JURISDICTION

from . import age, citation, evidence, gist, layout, option, patient, review, swing
from .amount import day, joined
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
        "jurisdiction": _labels(given["jurisdiction"], reading.compiled),
        "on": day(consultation.consulted_at),
        "id": str(consultation.pk),
        "guideline": reading.compiled.rulebook.guideline.slug,
        "disclaimer": reading.compiled.rulebook.guideline.disclaimer,
        "owner": reading.compiled.rulebook.guideline.owner,
    }


def _labels(code, book):
    """Name the country whose labels an advice follows, as its question does; nothing where it is not known."""
    return next((choice.text for choice in book.facts[JURISDICTION].choices if choice.code == code), code or "")


def _advised(given, reading, person, consultation):
    book, swings = person.book, swing.swaying(given, person.book)
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
        "sensitivity": swing.by_fact(given, person.book),
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
