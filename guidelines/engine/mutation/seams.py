"""Mistakes in dose bands: a bound moved by one unit, or its value counted to the other side, also of two neighbours at once."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from ..compilation import Compiled
from ..dose import Band, DoseRange
from .mutant import Kind, Mutant, but
from .names import Names


Bound = tuple[DoseRange, str]
"""A dose range and which end of its band: low or high."""


def mutants(book: Compiled) -> Iterator[Mutant]:
    """Yield every mistake in a bound of a band, and in every bound that two neighbours share."""
    units = {fact.code: fact.precision for fact in book.rulebook.facts}
    names = Names(book)
    for row in book.rulebook.dose_ranges:
        for end in ("low", "high"):
            yield from _moved([(row, end)], units, names)
    for lower, upper in permutations(book.rulebook.dose_ranges, 2):
        if _meet(lower, upper):
            yield from _moved([(lower, "high"), (upper, "low")], units, names)


def _meet(lower: DoseRange, upper: DoseRange) -> bool:
    together = not lower.jurisdictions or not upper.jurisdictions
    together = together or bool(set(lower.jurisdictions) & set(upper.jurisdictions))
    if lower.band is None or upper.band is None or not together or _family(lower) != _family(upper):
        return False
    return lower.band.high is not None and lower.band.high == upper.band.low


def _family(row: DoseRange) -> tuple[str, ...]:
    return (row.treatment, row.axis, row.indication, row.population, row.band.fact if row.band else "")


def _moved(bounds: list[Bound], units: dict[str, float], names: Names) -> Iterator[Mutant]:
    row, end = bounds[0]
    number = getattr(row.band, end) if row.band else None
    if row.band is None or number is None:
        return
    place = " and ".join(f"dose_ranges[{one.code}].band.{which}" for one, which in bounds)
    what = " and of ".join(dict.fromkeys(names.dose(one) for one, _ in bounds))
    for other in (number - units[row.band.fact], number + units[row.band.fact]):
        rows = tuple((one.code, _with(one, which, round(other, 9))) for one, which in bounds)
        said = f"the band of {what} met {other:g} instead of {number:g}"
        yield Mutant(Kind.BAND, place, f"{other:g}", "dose_ranges", rows, said)
    rows = tuple((one.code, _flipped(one, which)) for one, which in bounds)
    said = f"exactly {number:g} fell to the other side of the band of {what}"
    yield Mutant(Kind.EDGE, place, "other side", "dose_ranges", rows, said)


def _with(row: DoseRange, end: str, number: float) -> DoseRange:
    return replace(row, band=but(_band(row), end, number))


def _flipped(row: DoseRange, end: str) -> DoseRange:
    name = f"{end}_open"
    return replace(row, band=but(_band(row), name, not getattr(row.band, name)))


def _band(row: DoseRange) -> Band:
    if row.band is None:
        raise ValueError(f"{row.code} has no band.")
    return row.band
