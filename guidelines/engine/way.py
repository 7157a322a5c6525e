"""Ways: which single measurement, answered otherwise, would bring a derived value to the other side of a bound."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor, log10

from . import formula, supposition
from .condition import TOLERANCE
from .fact import Fact, Kind, State
from .patient import Patient


PASSING = frozenset({"a", "mo", "wk", "d", "h"})
"""Units of time (UCUM): what is counted in them only grows."""

HALVINGS = 60
FIGURES = 3


class Side(StrEnum):
    """On which side of a number."""

    BELOW = "below"
    AT_MOST = "at_most"
    ABOVE = "above"
    AT_LEAST = "at_least"


@dataclass(frozen=True, slots=True)
class Way:
    """One measurement and the value from which on the patient would be there, and whether that is upwards."""

    fact: str
    value: float
    upwards: bool


Test = Callable[[float], bool]


def way(person: Patient, derived: Fact, side: Side, at: float) -> Way | None:
    """Find the measurement that leads there by the smallest part of its plausible range, everything else the same.

    None where no plausible value leads there. What is found is answered and worked out again before it is given.
    """
    found = [one for one in _ways(person, derived, side, at) if _leads(person, derived, side, at, one[1])]
    return min(found, key=lambda one: one[0])[1] if found else None


def is_there(value: float, side: Side, at: float) -> bool:
    """Say whether a value is on a side of a number; float noise is absorbed as everywhere."""
    if side is Side.BELOW:
        return value < at - TOLERANCE
    if side is Side.AT_MOST:
        return value <= at + TOLERANCE
    return value > at + TOLERANCE if side is Side.ABOVE else value >= at - TOLERANCE


def _ways(person: Patient, derived: Fact, side: Side, at: float) -> Iterator[tuple[float, Way]]:
    given = {part.name: person.state(part.fact) for part in derived.inputs}
    for part in derived.inputs:
        fact, known = person.book.facts[part.fact], person.state(part.fact).value
        low, high = _range(fact)
        if fact.kind is not Kind.NUMBER or isinstance(known, bool) or not isinstance(known, int | float):
            continue
        if fact.formula or low is None or high is None or not low < high:
            continue

        def reaches(value: float, name: str = part.name) -> bool:
            worked_out = formula.derive(derived.formula, {**given, name: State(value)}).value
            return isinstance(worked_out, int | float) and is_there(worked_out, side, at)

        for end in (high,) if fact.unit in PASSING else (low, high):
            if reaches(end):
                value = _rounded(_threshold(reaches, known, end), end > known, reaches, whole=fact.whole)
                if value is not None:
                    yield abs(value - known) / (high - low), Way(fact.code, value, end > known)


def _range(fact: Fact) -> tuple[float | None, float | None]:
    low = fact.confirm_low if fact.confirm_low is not None else fact.refuse_low
    return low, fact.confirm_high if fact.confirm_high is not None else fact.refuse_high


def _threshold(reaches: Test, here: float, there: float) -> float:
    """Halve the stretch between a value that does not lead there and one that does, until they meet."""
    for _ in range(HALVINGS):
        middle = (here + there) / 2
        here, there = (here, middle) if reaches(middle) else (middle, there)
    return there


def _rounded(value: float, upwards: bool, reaches: Test, *, whole: bool) -> float | None:
    """Write a value with few figures, on the side that still leads there."""
    unit = 1.0 if whole else 10.0 ** (floor(log10(abs(value))) - FIGURES + 1) if value else 1.0
    steps = ceil(value / unit - TOLERANCE) if upwards else floor(value / unit + TOLERANCE)
    for further in (0, 1):
        tried = round((steps + (further if upwards else -further)) * unit, 9)
        if reaches(tried):
            return tried
    return None


def _leads(person: Patient, derived: Fact, side: Side, at: float, found: Way) -> bool:
    other = supposition.number(person, person.book.facts[found.fact], found.value)
    worked_out = other.state(derived.code).value if other else None
    return isinstance(worked_out, int | float) and is_there(worked_out, side, at)
