"""Intakes: how often a day a dose is taken, and of which marketed strengths each is made up."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .treatment import Strength


TIMES: Mapping[str, int] = {"once": 1, "twice": 2, "two": 2, "three": 3, "four": 4}
_SAID = rf"({'|'.join(TIMES)})(?: times)?"
DAILY = re.compile(rf"\b{_SAID}(?: or {_SAID})?(?:,? (?:daily|a day|at night|in the morning)\b|$)")
PARTED = re.compile(r"\bin (two|three|four)(?: or (three|four))? doses\b")
NIGHTLY = re.compile(r"\b(?:at night|in the morning|in the evening)\b")
HOURLY = re.compile(r"\bevery (?:(\d+) to )?(\d+) hours\b")
DAY = 24
MOST_PIECES = 6
"""More tablets or capsules than this at one time is no plan for anybody."""

NOISE = 1e-6


@dataclass(frozen=True, slots=True)
class Piece:
    """So many tablets or capsules of one strength."""

    count: int
    amount: float
    unit: str
    form: str


@dataclass(frozen=True, slots=True)
class Intake:
    """A daily dose as it is taken: how often a day, how much each time, and of which pieces each is made up."""

    times: int
    each: float
    pieces: tuple[Piece, ...]


def times(words: str) -> tuple[int, ...]:
    """Read how often a day from the words of a schedule, such as "twice or three times daily"; nothing where they do not say."""
    found = DAILY.search(words) or PARTED.search(words)
    if found:
        return tuple(TIMES[said] for said in found.groups() if said)
    hours = HOURLY.search(words)
    if hours:
        return tuple(DAY // int(said) for said in reversed(hours.groups()) if said and DAY % int(said) == 0)
    return (1,) if NIGHTLY.search(words) else ()


def times_of(text: str, dose: float, unit: str, often: tuple[int, ...]) -> tuple[int, ...]:
    """Say how often a day a dose is taken that a source words in its own way, such as "300 mg twice daily".

    `often` holds where the words do not say ("75 mg/day"). Nothing comes back where they add up to another
    daily dose, such as "300 mg every other day" for 150: then only the words themselves are right.
    """
    found = re.match(rf"(\d+(?:\.\d+)?) {re.escape(unit.partition('/')[0])}(?![\w/])", text)
    if found is None:
        return times(text) or often
    return tuple(number for number in times(text) or (1,) if abs(float(found[1]) * number - dose) < NOISE)


def marketed(strengths: Iterable[Strength], unit: str, jurisdiction: str | None) -> tuple[Strength, ...]:
    """Keep the strengths of a jurisdiction that a dose in this unit, such as mg/day, can be made up of."""
    return tuple(
        strength
        for strength in strengths
        if unit.partition("/")[0] == strength.unit
        and (not strength.jurisdictions or jurisdiction in strength.jurisdictions)
    )


def taken(dose: float, often: tuple[int, ...], strengths: Iterable[Strength]) -> Intake | None:
    """Make a daily dose up in equal parts, with the fewest pieces; none where the strengths cannot."""
    kept = tuple(strengths)
    made = [Intake(number, dose / number, found) for number in often if (found := pieces(dose / number, kept))]
    return min(made, key=lambda intake: intake.times * sum(piece.count for piece in intake.pieces), default=None)


def pieces(amount: float, strengths: Iterable[Strength]) -> tuple[Piece, ...]:
    """Make an amount up of the fewest whole pieces, the largest first; nothing where the strengths cannot."""
    sizes = sorted({(size, one.unit, one.form) for one in strengths for size in one.amounts}, reverse=True)
    for most in range(1, MOST_PIECES + 1):
        found = _made(amount, [size for size, _, _ in sizes], most)
        if found is not None:
            of = {size: (unit, form) for size, unit, form in sizes}
            return tuple(Piece(found.count(size), size, *of[size]) for size in dict.fromkeys(found))
    return ()


def _made(amount: float, sizes: list[float], most: int) -> list[float] | None:
    if abs(amount) < NOISE:
        return []
    if most == 0:
        return None
    for place, size in enumerate(sizes):
        if size <= amount + NOISE:
            rest = _made(amount - size, sizes[place:], most - 1)
            if rest is not None:
                return [size, *rest]
    return None
