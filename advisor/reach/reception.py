"""Receptions: how often each rule fired in the consultations of a period, and how clinicians took it; never who."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from advisor.models import Consultation, Response


@dataclass
class Reception:
    """How often one rule fired, was followed and overridden, and for which reasons."""

    fired: int = 0
    accepted: int = 0
    overridden: int = 0
    departures: Counter = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Received:
    """The consultations of a period, how many of them were answered, and the reception of every rule that fired."""

    consultations: int
    answered: int
    rules: dict[str, Reception]


def received(slug: str, *, since: datetime, until: datetime) -> Received:
    """Return how the rules of a guideline were received from one moment until before another, in two statements."""
    count, times = fired(slug, since=since, until=until)
    rules = defaultdict(Reception, {place: Reception(fired=often) for place, often in times.items()})
    newest = _newest(slug, since, until)
    for accepted, overridden, departure in newest:
        for place in accepted.split():
            rules[place].accepted += 1
        for place in overridden.split():
            rules[place].overridden += 1
            rules[place].departures[departure] += 1
    return Received(count, len(newest), dict(rules))


def fired(slug: str, *, since: datetime, until: datetime) -> tuple[int, Counter[str]]:
    """Count the consultations of a period, and in how many of them each rule fired."""
    count, times = 0, Counter[str]()
    for text in _consultations(slug, since, until).values_list("fired", flat=True).iterator(chunk_size=1000):
        count += 1
        times.update(text.split())
    return count, times


def _consultations(slug, since, until):
    return Consultation.objects.filter(guideline=slug, consulted_at__gte=since, consulted_at__lt=until).order_by()


def _newest(slug: str, since: datetime, until: datetime) -> Iterable[tuple[str, str, str]]:
    """Return the newest response to each consultation that has one."""
    said = Response.objects.filter(consultation__in=_consultations(slug, since, until).values("pk")).order_by("pk")
    rows = said.values_list("consultation", "accepted", "overridden", "departure")
    return list({consultation: rest for consultation, *rest in rows.iterator(chunk_size=1000)}.values())
