"""Overviews: what stands in a guideline, how far its newest edition came, and what it lacks to be submitted."""

from django.db.models import Count
from django.urls import reverse

from guidelines import assembly, review
from guidelines.admin import soundness
from guidelines.engine import document
from guidelines.models import Inclusion
from guidelines.models.row import GuidelineRow


def of(guideline):
    """Return what the page of a guideline shows besides its own fields."""
    return {"counts": counts(guideline), "newest": newest(guideline), "faults": faults(guideline)}


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


def newest(guideline):
    """Return the newest edition with its status, or nothing where there is none."""
    edition = guideline.editions.order_by("-number").first()
    if edition is None:
        return None
    step = edition.steps.order_by("-number").first()
    return {"edition": edition, "status": review.status(edition), "at": step.at}


def faults(guideline):
    """Return everything that keeps the working copy from being read, a sentence each."""
    try:
        document.read(assembly.assembled(guideline))
    except document.Unreadable as unreadable:
        return [soundness.sentence(fault) for fault in unreadable.faults]
    return []
