"""The schedule: a dose for one patient counted day by day, from the first dose up to what is allowed, and down again."""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from . import intake
from .dose import DoseKind, DoseRange
from .limit import Amounts, Dose


WEEK = 7
MOST_RUNGS = 40
UNCHANGED = "unchanged"
"""What a range calls its schedule that limits a dose and says nothing of how often it is taken."""

LEAST = re.compile(r"\bover at least (\d+) weeks?\b", re.IGNORECASE)
BY_THE_WEEK = re.compile(r"\bby (\d+(?:\.\d+)?) [^\s.;,]+ a week\b", re.IGNORECASE)
NOISE = 1e-9


@dataclass(frozen=True, slots=True)
class Rung:
    """From which day which daily dose, how the source words it, and how often a day it may be taken; day 1 is the first."""

    day: int
    dose: float
    text: str = ""
    times: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs that sources count, and what they say in words only.

    `left_out` is true where another range lowers this patient's doses, so that steps made for higher ones do not apply.
    """

    rungs: tuple[Rung, ...]
    words: tuple[str, ...]
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Taper:
    """How a treatment is stopped: in the source's words, over how many days at least, and by which rungs where it counts them."""

    text: str
    days: int = 0
    rungs: tuple[Rung, ...] = ()


Level = Callable[[int], float]
"""The daily dose that one range allows on a day."""


def ladder(dose: Dose) -> Ladder:
    """Count a dose up: on each day the least that any range with steps allows, and never more than is allowed this patient.

    A range counts by its titration, and beyond it by its step every so many days; without a step it goes no further. One
    whose own doses another range lowers counts for nobody here: its steps were made for higher doses.
    """
    counting = [(row, allowed) for row, allowed in dose.ranges if row.titration or (row.step_amount and row.step_days)]
    kept = [row for row, allowed in counting if not _lowered(row, allowed, dose)]
    said = [row.step for row, allowed in dose.ranges if row.step and not _lowered(row, allowed, dose)]
    left_out = len(kept) < len(counting)
    return Ladder(tuple(_rungs(dose, kept)), tuple(dict.fromkeys(said)), left_out)


def often(dose: Dose) -> tuple[int, ...]:
    """Say how often a day a dose may be taken: by the range that binds, or by the base where that leaves it unchanged."""
    binding, base = dose.binding.schedule, dose.ranges[0][0].schedule
    return intake.times(base if binding in ("", UNCHANGED) else binding)


def _rungs(dose: Dose, rows: list[DoseRange]) -> Iterator[Rung]:
    titrated = [row.titration[0].dose for row in rows if row.titration]
    first = min(titrated) if titrated else dose.start
    # Where no maximum is stated, nothing is counted beyond what is usual, or else beyond the start.
    ceiling = dose.maximum if dose.maximum is not None else dose.usual[1] if dose.usual else first
    if first is None or ceiling is None or ceiling <= 0:
        return
    levels = [_level(row, first) for row in rows]
    texts = {(step.day, step.dose): step.text for row in rows for step in row.titration}
    unit, usually, last = dose.binding.unit, often(dose), 0.0
    for day in [1, *_days(rows)]:
        reached = min([ceiling, *(level(day) for level in levels)] if levels else [ceiling, first])
        if abs(reached - last) > NOISE:
            text = texts.get((day, reached), "") or (_first_text(dose) if day == 1 else "")
            yield Rung(day, reached, text, intake.times_of(text, reached, unit, usually))
            last = reached


def _lowered(row: DoseRange, allowed: Amounts, dose: Dose) -> bool:
    """Say whether another range gives doses of its own that are lower than this one's; a percentage only caps them."""
    return any(
        _below(theirs, ours)
        for other, limited in dose.ranges
        if other is not row and other.kind is not DoseKind.PERCENT
        for theirs, ours in (
            (limited.start, row.titration[0].dose if row.titration else None),
            (limited.usual_low, allowed.usual_low),
            (limited.usual_high, allowed.usual_high),
        )
    )


def _below(theirs: float | None, ours: float | None) -> bool:
    return theirs is not None and ours is not None and theirs < ours - NOISE


def _first_text(dose: Dose) -> str:
    said = [row.start_text for row, allowed in dose.ranges if row.start_text and allowed.start == dose.start]
    return said[-1] if said else ""


def _level(row: DoseRange, first: float) -> Level:
    # A step without a titration starts from wherever this patient starts.
    steps = [(step.day, step.dose) for step in row.titration] or [(1, first)]
    last_day, last = steps[-1]

    def level(day: int) -> float:
        if day < last_day or not (row.step_amount and row.step_days):
            return [dose for since, dose in steps if since <= day][-1]
        return last + row.step_amount * ((day - last_day) // row.step_days)

    return level


def _days(rows: list[DoseRange]) -> list[int]:
    """List the days on which any range takes a step."""
    found = {step.day for row in rows for step in row.titration}
    for row in rows:
        if row.step_amount and row.step_days:
            last = row.titration[-1].day if row.titration else 1
            found |= {last + row.step_days * number for number in range(1, MOST_RUNGS)}
    return sorted(day for day in found if day > 1)


def taper(stopping: str, dose: float) -> Taper:
    """Count a treatment down from a daily dose as far as its stopping rule counts; the rest stays in words.

    It counts a duration ("over at least 2 weeks") and steps ("by 75 mg a week"). Steps that would be done sooner than the
    duration asks are not the whole of it, and are left in words.
    """
    least, by = LEAST.search(stopping), BY_THE_WEEK.search(stopping)
    days = int(least[1]) * WEEK if least else 0
    steps = math.ceil(dose / float(by[1]) - NOISE) if by and float(by[1]) else 0
    if not by or not 0 < steps <= MOST_RUNGS or (steps - 1) * WEEK < days:
        return Taper(stopping, days)
    left = (max(0.0, dose - float(by[1]) * number) for number in range(1, steps + 1))
    return Taper(stopping, days, tuple(Rung(1 + WEEK * place, amount) for place, amount in enumerate(left)))
