"""Bands: whether the dose ranges of one treatment and axis meet without gap or overlap."""

from collections.abc import Iterable
from itertools import pairwise

from .decoding import Fault
from .dose import Axis, Band, DoseKind, DoseRange
from .rulebook import Rulebook


def faults(rulebook: Rulebook) -> list[Fault]:
    """List what makes a dose table ambiguous: bands that do not meet, amounts that cannot be, ranges without a base."""
    ranges = rulebook.dose_ranges
    return [*seams(rulebook), *above_maximum(rulebook), *_amounts(ranges), *_bases(ranges)]


def seams(rulebook: Rulebook) -> list[Fault]:
    """List neighbouring bands that overlap or leave a gap, within one treatment, axis, indication and jurisdiction."""
    places = {place for fact in rulebook.facts if fact.code == "jurisdiction" for place in fact.choices}
    found: dict[str, Fault] = {}
    for place in sorted(choice.code for choice in places):
        for rows in _families(rulebook.dose_ranges, place):
            for fault in _seams(rows):
                found.setdefault(str(fault), fault)
    return list(found.values())


def above_maximum(rulebook: Rulebook) -> list[Fault]:
    """List first and usual doses that are above the maximum of their own range."""
    return [
        Fault(f"dose_ranges[{row.code}]", f"{name} {amount:g} must be above 0 and no higher than the maximum.")
        for row in rulebook.dose_ranges
        for name, amount in _doses(row)
        if row.maximum is not None and amount > row.maximum
    ]


def _families(ranges: Iterable[DoseRange], place: str) -> Iterable[list[DoseRange]]:
    families: dict[tuple[str, ...], list[DoseRange]] = {}
    for row in ranges:
        here = not row.jurisdictions or place in row.jurisdictions
        if here and row.band and row.kind is not DoseKind.SUPPLEMENT:
            key = (row.treatment, row.axis, row.indication, row.population, row.band.fact)
            families.setdefault(key, []).append(row)
    return families.values()


def _seams(rows: list[DoseRange]) -> Iterable[Fault]:
    banded = sorted(((row.band, row) for row in rows if row.band), key=lambda pair: _low(pair[0]))
    for (before, _), (after, row) in pairwise(banded):
        place = f"dose_ranges[{row.code}]"
        high, low = _high(before), _low(after)
        if before.high is None or after.low is None or high > low:
            yield Fault(place, f"overlaps the band below it: {_edge(before.high)} is above {_edge(after.low)}.")
        elif high < low or (before.high_open and after.low_open):
            yield Fault(place, f"leaves a gap above the band below it, from {high:g} to {low:g}.")
        elif not before.high_open and not after.low_open:
            yield Fault(place, f"overlaps the band below it: both hold at exactly {low:g}.")


def _low(band: Band) -> float:
    return float("-inf") if band.low is None else band.low


def _high(band: Band) -> float:
    return float("inf") if band.high is None else band.high


def _edge(bound: float | None) -> str:
    return "an open end" if bound is None else f"{bound:g}"


def _doses(row: DoseRange) -> list[tuple[str, float]]:
    named = (("start", row.start), ("usual_low", row.usual_low), ("usual_high", row.usual_high))
    return [(name, amount) for name, amount in named if amount is not None]


def _amounts(ranges: Iterable[DoseRange]) -> Iterable[Fault]:
    for row in ranges:
        place = f"dose_ranges[{row.code}]"
        for name, amount in _doses(row):
            if amount <= 0:
                yield Fault(place, f"{name} {amount:g} must be above 0 and no higher than the maximum.")
        if row.band and row.band.low is not None and row.band.high is not None and row.band.low > row.band.high:
            yield Fault(place, "the band's low bound is above its high bound.")
        if row.kind is DoseKind.PERCENT and row.percent_low is None:
            yield Fault(place, "a percent range needs percent_low.")
        if row.kind is DoseKind.PROPORTIONAL and (not row.per or not row.band):
            yield Fault(place, "a proportional range needs per and a band, whose fact it is proportional to.")


def _bases(ranges: Iterable[DoseRange]) -> Iterable[Fault]:
    rows = [row for row in ranges if row.kind is not DoseKind.SUPPLEMENT]
    bases = {row.treatment: row for row in reversed(rows) if row.axis is Axis.BASE}
    for row in rows:
        base = bases.get(row.treatment)
        if base is None:
            yield Fault(f"dose_ranges[{row.code}]", f"limits a dose of {row.treatment}, which has no base range.")
        elif row.unit != base.unit:
            yield Fault(f"dose_ranges[{row.code}]", f"is in {row.unit}, the base range in {base.unit}; use one unit.")
