"""Alarms: rules that stopped firing, told from how often they fired in the weeks before and from the worked patients."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache

from advisor.models import Consultation, Matter, Settlement
from guidelines import library
from guidelines.engine import advice, case, firing, patient
from guidelines.library import Reading

from . import band, reception


# What just happened is held against what happened in the twelve weeks before it.
RECENT = timedelta(weeks=2)
EARLIER = timedelta(weeks=12)
# Of a hundred looks at rules of which none is broken, at most one raises an alarm at all.
FALSE_ALARMS = 0.01
MOMENT = timedelta(microseconds=1)
KEPT_SECONDS = 30 * 24 * 3600
SECTIONS = ("options", "contraindications", "alerts", "dose_ranges")


@dataclass(frozen=True, slots=True)
class Band:
    """How often a rule fired before, from and up to how many times it should lately, and how many times it did."""

    before: int
    low: int
    high: int
    lately: int
    by_chance: float


@dataclass(frozen=True, slots=True)
class Alarm:
    """One rule that stopped firing: in consultations where it has a band, else among the worked patients."""

    rule: str
    band: Band | None
    gone: bool


@dataclass(frozen=True, slots=True)
class Watch:
    """What was seen of a guideline's rules: how many consultations before and lately, since when, bands and alarms.

    `rules` are those of the edition in use, `worked` in how many of its worked patients each fires.
    """

    before: int
    lately: int
    since: datetime
    rules: frozenset[str]
    bands: Mapping[str, Band]
    worked: Mapping[str, int]
    alarms: tuple[Alarm, ...]


def watch(slug: str, *, at: datetime, working: bool = True) -> Watch:
    """Return what is expected of each rule of a guideline, and which rules stopped firing.

    Without `working` the worked patients are only told of where they were tried before, which takes seconds. Raises
    library.Absent where clinicians get no edition.
    """
    reading = library.current(slug)
    since = _turn(reading, at)
    before, often = reception.fired(slug, since=since - EARLIER, until=since)
    lately, now = reception.fired(slug, since=since, until=at + MOMENT)
    bands = {rule: _band(count, before, now[rule], lately) for rule, count in often.items()}
    worked = fired_by_cases(reading, working=working)
    standing = rules(reading)
    stopped = [Alarm(rule, bands[rule], gone=rule not in standing) for rule in _silent(bands)]
    lost = _unworked(reading, worked, working=working) & standing - now.keys() - _silent(bands)
    settled = _settled(slug)
    alarms = [*stopped, *(Alarm(rule, None, gone=False) for rule in sorted(lost))]
    left = tuple(alarm for alarm in alarms if alarm.rule not in settled)
    return Watch(before, lately, since, standing, bands, worked or {}, left)


def rules(reading: Reading) -> frozenset[str]:
    """Return the places of the rules of an edition that can fire."""
    content = reading.compiled.rulebook
    return frozenset(f"{section}[{row.code}]" for section in SECTIONS for row in getattr(content, section))


def fired_by_cases(reading: Reading, *, working: bool = True) -> Counter[str] | None:
    """Count in how many worked patients of an edition each rule fires; nothing where that is not known and not asked."""
    key = f"worked:{reading.sha256}:{advice.ENGINE}"
    known = cache.get(key)
    if known is None and working:
        known = Counter(place for one in reading.compiled.rulebook.cases for place in _fired(reading, one))
        cache.set(key, known, KEPT_SECONDS)
    return known


def _turn(reading, at):
    """Return since when to look: since the current edition came into use, at most two weeks back."""
    used = Consultation.objects.filter(guideline=reading.slug, edition=reading.edition_id)
    first = used.filter(consulted_at__gte=at - RECENT).order_by("consulted_at").values_list("consulted_at", flat=True)
    return first.first() or at - RECENT


def _band(often, before, now, lately):
    low, high = band.band(often, before, lately)
    return Band(often, low, high, now, band.silence(often, before, lately))


def _silent(bands):
    """Return the rules that fired before, did not lately, and would hardly fall silent by chance.

    The chance is shared out among all the rules that are looked at (Bonferroni), because so many are.
    """
    rare = FALSE_ALARMS / max(1, len(bands))
    return {rule: None for rule, one in bands.items() if not one.lately and one.by_chance < rare}.keys()


def _unworked(reading, worked, *, working):
    """Return the rules that fire in no worked patient of an edition, but did in one of the edition before."""
    earlier = library.before(reading.slug, reading.number)
    once = fired_by_cases(earlier, working=working) if earlier and worked is not None else None
    return once.keys() - worked.keys() if once else frozenset()


def _fired(reading, worked):
    try:
        person = patient.parse(reading.compiled, case.answered(reading.compiled, worked))
    except (patient.Refused, case.Unreadable):
        return ()
    edition = {"number": reading.number, "sha256": reading.sha256, "status": ""}
    return firing.fired(advice.advise(reading.compiled, person, edition=edition))


def _settled(slug):
    """Return the rules whose silence was settled and that did not fire since."""
    found = Settlement.objects.filter(guideline=slug, matter=Matter.SILENCE).order_by("pk")
    newest = dict(found.values_list("rule", "settled_at"))
    return {rule for rule, at in newest.items() if not _fired_since(slug, rule, at)}


def _fired_since(slug, rule, at):
    return Consultation.objects.filter(guideline=slug, consulted_at__gt=at, fired__contains=rule).exists()
