"""Overviews: everything that use says of a guideline's content, for its editors; and what of it is due anywhere."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache

from advisor.models import Consultation
from guidelines import library
from guidelines.library import Reading

from . import alarm, reception, task
from .alarm import Watch
from .reception import Received
from .task import Task


KEPT_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Overview:
    """The edition in use and the one before, how its rules were received, what is expected of them, and what is due."""

    reading: Reading
    earlier: Reading | None
    received: Received
    watch: Watch
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """How many rules of a guideline wait for an editor: overridden for newer evidence, and silent."""

    overridden: int = 0
    silent: int = 0


def overview(slug: str, *, weeks: int, at: datetime) -> Overview:
    """Return what use said of a guideline over so many weeks. Raises library.Absent where clinicians get no edition."""
    reading = library.current(slug)
    received = reception.received(slug, since=at - timedelta(weeks=weeks), until=at + alarm.MOMENT)
    watch = alarm.watch(slug, at=at)
    return Overview(reading, library.before(slug, reading.number), received, watch, tuple(task.tasks(slug)))


def due(at: datetime) -> dict[str, Due]:
    """Return what is due about each guideline that was consulted lately; alarms as they stood at most minutes ago."""
    consulted = Consultation.objects.filter(consulted_at__gte=at - alarm.RECENT - alarm.EARLIER)
    slugs = list(consulted.order_by().values_list("guideline", flat=True).distinct())
    known = cache.get_many([_key(slug) for slug in slugs])
    silent = {slug: known.get(_key(slug)) for slug in slugs}
    silent |= {slug: _silent(slug, at) for slug, count in silent.items() if count is None}
    open_tasks = [one.guideline for one in task.tasks()]
    found = {slug: Due(open_tasks.count(slug), silent.get(slug, 0)) for slug in {*slugs, *open_tasks}}
    return {slug: one for slug, one in found.items() if one != Due()}


def forget(slug: str) -> None:
    """Have what is due about a guideline looked at anew: something was settled."""
    cache.delete(_key(slug))


def _silent(slug: str, at: datetime) -> int:
    try:
        count = len(alarm.watch(slug, at=at, working=False).alarms)
    except library.Absent:
        count = 0
    cache.set(_key(slug), count, KEPT_SECONDS)
    return count


def _key(slug: str) -> str:
    return f"silent:{slug}"
