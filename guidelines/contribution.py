"""Contributions and authorships: who changed a guideline's working copy, and who wrote a row; written with each edit."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import QuerySet

from guidelines import ledger
from guidelines.models import Authorship, Contribution, Edition, Guideline


# The section of a row of the catalogue, and its code.
Place = tuple[str, str]


def hold(only: Iterable[str] | None = None) -> list[str]:
    """Hold every guideline, or only some, until the transaction ends, and return their short names.

    Whoever edits holds them, and whoever submits one, so that each edit is either in an edition or dated after it.
    """
    # Always in one order, so that two who hold the same guidelines never wait for each other.
    held = Guideline.objects.select_for_update(no_key=True).order_by("pk")
    return list((held if only is None else held.filter(pk__in=set(only))).values_list("pk", flat=True))


def note(guidelines: Iterable[Guideline], *, rows: Iterable[Place] = (), by: ledger.Actor, at: datetime) -> None:
    """Note that somebody changed guidelines and wrote rows of the catalogue; call it in the transaction of the edit.

    The guidelines are those in which something changed; the rows may stand in these, in others, or in none.
    """
    written = sorted(set(rows))
    changed = {guideline.pk for guideline in guidelines}
    # A row may be taken into any guideline, so that no submission may pass by while it is written.
    for slug in sorted(changed & set(hold(None if written else changed))):
        editions = Edition.objects.filter(guideline=slug)
        Contribution.objects.create(guideline_id=slug, by_id=by.pk, at=_dated(editions, at))
    if written:
        dated = _dated(Edition.objects.all(), at)
        Authorship.objects.bulk_create(
            Authorship(section=section, code=code, by_id=by.pk, at=dated) for section, code in written
        )


def contributors(guideline: Guideline, *, since: datetime | None) -> set[int]:
    """Return the keys of everybody who changed a guideline after a moment, or ever."""
    noted = Contribution.objects.filter(guideline=guideline)
    if since is not None:
        noted = noted.filter(at__gt=since)
    return set(noted.order_by().values_list("by", flat=True))


def authors(rows: Iterable[Place], *, since: datetime | None) -> set[int]:
    """Return the keys of everybody who wrote or changed one of these rows of the catalogue after a moment, or ever."""
    wanted = defaultdict(list)
    for section, code in rows:
        wanted[section].append(code)
    noted = Authorship.objects.order_by()
    if since is not None:
        noted = noted.filter(at__gt=since)
    found = (noted.filter(section=section, code__in=codes) for section, codes in wanted.items())
    return {by for some in found for by in some.values_list("by", flat=True)}


def _dated(editions: QuerySet[Edition], at: datetime) -> datetime:
    """Return when an edit counts: after every submission that froze one of these without it, however long it waited."""
    last = editions.order_by("-submitted_at").values_list("submitted_at", flat=True).first()
    return max(at, last + timedelta(microseconds=1)) if last else at
