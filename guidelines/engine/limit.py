"""Limits: what the dose ranges that hold allow one patient, the most restrictive across the axes."""

from collections.abc import Sequence
from typing import NamedTuple

from .dose import DoseKind, DoseRange
from .patient import Patient


PERCENT, PROPORTIONAL = DoseKind.PERCENT, DoseKind.PROPORTIONAL


class Share(NamedTuple):
    """The amounts of a range that gives them as a share of something else."""

    start: float | None
    usual_low: float | None
    usual_high: float | None
    maximum: float | None


Amounts = DoseRange | Share
"""What a range allows: mostly what it says itself."""


class Dose(NamedTuple):
    """A dose for one patient: amounts a day in the unit of the range that binds, and what every range allows."""

    binding: DoseRange
    ranges: tuple[tuple[DoseRange, Amounts], ...]
    start: float | None
    usual: tuple[float, float] | None
    maximum: float | None


def combined(patient: Patient, rows: Sequence[DoseRange]) -> Dose:
    """Give the dose that a base range and the ranges which limit it come to; the base comes first."""
    base = _allowed(patient, rows[0], rows[0])
    ranges = [(rows[0], base), *[(row, _allowed(patient, row, base)) for row in rows[1:]]]
    binding, maximum = rows[0], base.maximum
    for row, allowed in ranges:
        if allowed.maximum is not None and (maximum is None or allowed.maximum < maximum):
            binding, maximum = row, allowed.maximum
    ceiling = [] if maximum is None else [maximum]
    starts = [allowed.start for _, allowed in ranges if allowed.start is not None]
    lows = [allowed.usual_low for _, allowed in ranges if allowed.usual_low is not None]
    highs = [allowed.usual_high for _, allowed in ranges if allowed.usual_high is not None]
    start = min(starts + ceiling) if starts else None
    high = min(highs + ceiling) if lows and highs else None
    return Dose(binding, tuple(ranges), start, None if high is None else (min([*lows, high]), high), maximum)


def single(row: DoseRange) -> Dose:
    """Give a range that limits nothing, such as a supplement, as it stands."""
    usual = (row.usual_low, row.usual_high) if row.usual_low is not None and row.usual_high is not None else None
    return Dose(row, ((row, row),), row.start, usual, row.maximum)


def _allowed(patient: Patient, row: DoseRange, base: Amounts) -> Amounts:
    if row.kind is PERCENT:
        scaled = _scaled(base, (row.percent_low or 0) / 100)
        # A reduction of the total daily dose says nothing of the first dose, which is only kept below the new ceiling.
        return Share(None, scaled.usual_low, scaled.usual_high, scaled.maximum)
    if row.kind is PROPORTIONAL and row.band and row.per:
        known = patient.state(row.band.fact).value
        if isinstance(known, int | float):
            return _scaled(row, known / row.per)
        return Share(None, None, row.usual_high, row.maximum)
    return row


def _scaled(amounts: Amounts, share: float) -> Share:
    def times(amount: float | None) -> float | None:
        return None if amount is None else round(amount * share, 4)

    low, high = times(amounts.usual_low), times(amounts.usual_high)
    return Share(times(amounts.start), low, high, times(amounts.maximum))
