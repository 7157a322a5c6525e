"""Overviews: what stands in a guideline, how far its newest edition came, and what it lacks to be submitted."""

import json

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from guidelines import assembly, queue, review
from guidelines.admin import address, checkup, findings, inspection, soundness, workplace
from guidelines.engine import document
from guidelines.models import Inclusion
from guidelines.models.row import GuidelineRow


def of(guideline, *, today):
    """Return what the page of a guideline shows besides its own fields."""
    plain = assembly.assembled(guideline)
    digest = document.digest(plain)
    asked = checkup.found(guideline, checkup.READINESS, digest, on=today)
    ran = checkup.found(guideline, checkup.REHEARSAL, digest)
    return {
        "guideline": guideline,
        "counts": counts(guideline),
        "newest": newest(guideline, plain),
        "faults": faults(guideline, plain),
        "readiness": inspection.readiness(guideline, asked),
        "cases": inspection.cases(guideline, ran),
        "said": remarks(guideline),
        "overdue": workplace.overdue(guideline, today),
    }


def counts(guideline):
    """Return how many rows each section holds, with the address of the list that shows them."""
    included = Inclusion.objects.filter(guideline=guideline).order_by()
    held = dict(included.values_list("section").annotate(Count("pk")))
    for section, table in assembly.TABLES.items():
        if issubclass(table, GuidelineRow):
            held[section] = table.objects.filter(guideline=guideline).count()
    return [
        {
            "name": table._meta.verbose_name_plural,
            "count": held.get(section, 0),
            "address": f"{reverse(f'admin:guidelines_{table._meta.model_name}_changelist')}?guideline={guideline.pk}",
        }
        for section, table in assembly.TABLES.items()
    ]


def newest(guideline, plain):
    """Return the newest edition with its status and what the working copy says otherwise; nothing where there is none."""
    edition = guideline.editions.order_by("-number").first()
    if edition is None:
        return None
    step = edition.steps.order_by("-number").first()
    changed = changes(guideline, json.loads(edition.document), plain)
    return {"edition": edition, "status": review.status(edition), "at": step.at, "changes": changed}


def changes(guideline, before, after):
    """Return which rows a document says otherwise than another, lacks, or has besides, by section."""
    found = {}
    for section, table in assembly.TABLES.items():
        old, new = ({row["code"]: row for row in plain.get(section, ())} for plain in (before, after))
        codes = [code for code in {**old, **new} if old.get(code) != new.get(code)]
        found |= {table._meta.verbose_name_plural: [f"{section}[{code}]" for code in codes]} if codes else {}
    places = [place for places in found.values() for place in places]
    addresses = address.of_places(guideline, places)
    told = [
        {"kind": kind, "rows": [{"name": _code(place), "address": addresses.get(place, "")} for place in places]}
        for kind, places in found.items()
    ]
    return [*_head(guideline, before, after), *told]


def faults(guideline, plain):
    """Return everything that keeps the working copy from being read."""
    return findings.grouped(guideline, [{"place": fault.place, "text": fault.text} for fault in _faults(plain)])


def remarks(guideline):
    """Return the open comments of reviewers on the newest edition, by the row that they are about."""
    said = queue.open_comments(guideline.pk)
    addresses = address.of_places(guideline, [place for place in said if place])
    return [
        {
            "name": soundness.in_words(place) if place else _("The edition as a whole"),
            "address": addresses.get(place, ""),
            "threads": threads,
        }
        for place, threads in said.items()
    ]


def _faults(plain):
    return soundness.in_order(soundness.judged(plain))


def _head(guideline, before, after):
    same = before["guideline"] == after["guideline"]
    return [] if same else [{"kind": _("the guideline’s own page"), "rows": [{"name": guideline.title, "address": ""}]}]


def _code(place):
    return soundness.PLACE.match(place)["code"]
