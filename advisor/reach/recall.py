"""Recalls: a clinician's past consultations whose advice would now be worse, or whose edition was withdrawn."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter

from django.core.cache import cache
from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from advisor.accounts.models import User
from advisor.models import Consultation
from guidelines import library
from guidelines.engine import advice, comparison, patient
from guidelines.library import Reading
from guidelines.workflow import State


LOOKS_BACK = timedelta(days=365)
KEPT_SECONDS = 24 * 3600

APPROVED, WITHDRAWN = State.APPROVED.label, State.WITHDRAWN.label
# Kept and recorded as they stand here; the page says them in its own language.
WITHOUT = gettext_noop("The edition behind this advice was withdrawn, and no other is approved.")
UNREADABLE = gettext_noop(
    "The answers of this consultation are no longer accepted, so its advice cannot be given again."
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One consultation that should be looked at again, the edition that says so, and what it says, a sentence a line."""

    consultation: Consultation
    edition_id: int
    number: int
    title: str
    said: tuple[str, ...]
    withdrawn: bool = False


def recalls(by: User, *, at: datetime) -> list[Finding]:
    """Return what a clinician has not acknowledged yet, newest consultation first."""
    own = Consultation.objects.filter(consulted_by=by, consulted_at__gte=at - LOOKS_BACK)
    found = [finding for finding in waiting(own) if not _seen(finding)]
    return sorted(found, key=lambda finding: finding.consultation.consulted_at, reverse=True)


def waiting(consultations: QuerySet[Consultation]) -> Iterator[Finding]:
    """Give what today's editions say against consultations, acknowledged or not."""
    # The advice itself is large, and is read only where it must be compared.
    ordered = consultations.order_by("guideline", "consulted_at").select_related("edition").prefetch_related("recalls")
    ordered = ordered.defer("advice", "edition__document")
    for slug, group in groupby(ordered, key=attrgetter("guideline")):
        listed, now = list(group), _current(slug)
        yield from _by_withdrawal(slug, listed) if now is None else _by_edition(listed, now)


def _current(slug: str) -> Reading | None:
    try:
        reading = library.current(slug)
    except library.Absent:
        return None
    return reading if reading.status == APPROVED else None


def _by_withdrawal(slug: str, consultations: Iterable[Consultation]) -> Iterator[Finding]:
    editions: dict[int, Reading] = {}
    for consultation in consultations:
        number = consultation.edition.number
        then = editions[number] = editions.get(number) or library.edition(slug, number)
        if then.status == WITHDRAWN:
            yield Finding(consultation, then.edition_id, number, then.title, (WITHOUT,), withdrawn=True)


def _by_edition(consultations: list[Consultation], now: Reading) -> Iterator[Finding]:
    keys = {f"recall:{one.pk}:{now.sha256}": one for one in consultations if one.edition_sha256 != now.sha256}
    known = cache.get_many(keys)
    unknown = {one.pk: key for key, one in keys.items() if key not in known}
    recorded = Consultation.objects.filter(pk__in=list(unknown)).values_list("pk", "answers", "advice")
    fresh = {unknown[pk]: _compared(answers, then, now) for pk, answers, then in recorded.iterator(chunk_size=50)}
    cache.set_many(fresh, KEPT_SECONDS)
    both = known | fresh
    for key, one in keys.items():
        if said := both.get(key, ()):
            yield Finding(one, now.edition_id, now.number, now.title, said)


def _compared(answers: str, then: str, now: Reading) -> tuple[str, ...]:
    edition = {"number": now.number, "sha256": now.sha256, "status": now.status}
    try:
        person = patient.parse(now.compiled, json.loads(answers))
    except patient.Refused:
        return (UNREADABLE,)
    given = advice.advise(now.compiled, person, edition=edition)
    found = comparison.worse(json.loads(then), given)
    return tuple(". ".join((shift.text, *(_sentence(why) for why in shift.why))) for shift in found)


def _sentence(why: str) -> str:
    return f"{why[:1].upper()}{why[1:]}".rstrip(".")


def _seen(finding: Finding) -> bool:
    return any(recall.edition_id == finding.edition_id for recall in finding.consultation.recalls.all())
