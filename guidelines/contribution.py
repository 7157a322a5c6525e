"""Contributions: who changed the working copy of a guideline, written with each edit."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from guidelines import ledger
from guidelines.models import Contribution, Edition, Guideline


def note(guidelines: Iterable[Guideline], *, by: ledger.Actor, at: datetime) -> None:
    """Hold the guidelines and note that somebody changed them; call it in the transaction of the edit.

    Whoever submits one of them waits until the edit is there, or freezes it without.
    """
    wanted = sorted({guideline.pk for guideline in guidelines})
    # Always in one order, so that two who edit the same guidelines never wait for each other.
    held = Guideline.objects.select_for_update(no_key=True).filter(pk__in=wanted).order_by("pk")
    for slug in list(held.values_list("pk", flat=True)):
        Contribution.objects.create(guideline_id=slug, by_id=by.pk, at=_dated(slug, at))


def contributors(guideline: Guideline, *, since: datetime | None) -> set[int]:
    """Return the keys of everybody who changed a guideline after a moment, or ever."""
    noted = Contribution.objects.filter(guideline=guideline)
    if since is not None:
        noted = noted.filter(at__gt=since)
    return set(noted.order_by().values_list("by", flat=True))


def _dated(slug: str, at: datetime) -> datetime:
    """Return when an edit counts: after every submission that froze the guideline without it, however long it waited."""
    last = (
        Edition.objects.filter(guideline=slug).order_by("-submitted_at").values_list("submitted_at", flat=True).first()
    )
    return max(at, last + timedelta(microseconds=1)) if last else at
