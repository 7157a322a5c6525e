"""Flips: how far a patient is from other advice: the nearest numbers at which a verdict or a dose would change."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from . import supposition
from .condition import TOLERANCE
from .fact import Fact, Kind
from .outcome import Change, Outcomes, changes, outcomes
from .patient import Patient
from .way import PASSING, Side, Way, way


CLOSE = 1e-6
"""How close to a bound, as a share of it, advice is given again on either side."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A number at which advice changes: on which side of it, how near it is, what changes, and how the patient may come there.

    `method` names another method of a formula that meets a bound there.
    """

    fact: str
    side: Side
    at: float
    now: float
    changes: tuple[Change, ...]
    way: Way | None = None
    method: str = ""

    @property
    def distance(self) -> float:
        """Give how far off it is, as a share of the larger number."""
        return abs(self.at - self.now) / max(abs(self.at), abs(self.now), TOLERANCE)


def numbers(person: Patient) -> tuple[Turn, ...]:
    """List the numbers at which the advice on this patient changes, the nearest first, then the gravest.

    From where the patient stands each number is taken to just before, onto and just beyond every bound, in both directions
    (time only passes), and the patient advised on again each time: so bounds are as exact as the rules that compare them, and
    a change that comes from elsewhere on the way there is not taken for this one's.
    """
    now = outcomes(person.book, person)
    facts = [
        fact for fact in person.book.rulebook.facts if fact.kind is Kind.NUMBER and fact.code in person.book.bounds
    ]
    found = [turn for fact in facts for turn in _of(person, fact, now)]
    return tuple(sorted(found, key=_rank))


def _rank(turn: Turn) -> tuple[float, int, float, bool]:
    return round(turn.distance, 1), turn.changes[0].grade, turn.distance, turn.side in (Side.BELOW, Side.ABOVE)


def _of(person: Patient, fact: Fact, now: Outcomes) -> Iterator[Turn]:
    known = person.state(fact.code).value
    if isinstance(known, bool) or not isinstance(known, int | float):
        return
    for way_down in (False,) if fact.unit in PASSING else (True, False):
        exact, beyond = (Side.AT_MOST, Side.BELOW) if way_down else (Side.AT_LEAST, Side.ABOVE)
        for edge, method in _ahead(person, fact, known, way_down=way_down):
            step = -_step(fact, edge) if way_down else _step(fact, edge)
            places = (edge - step, edge, edge + step)
            near, there, far = (_advised(person, fact, place, known, now) for place in places)
            here = Turn(fact.code, exact, edge, known, (), None, method)
            yield from _turned(person, here, (now, near, there))
            yield from _turned(person, replace(here, side=beyond), (now, there or near, far))


def _turned(person: Patient, turn: Turn, seen: tuple[Outcomes, Outcomes | None, Outcomes | None]) -> Iterator[Turn]:
    """Tell what turns into another than now between two places, unless nothing leads there."""
    now, near, far = seen
    if near is None or far is None or near is far:
        return
    apart = {change.treatment for change in changes(now, far)}
    differing = tuple(
        replace(change, before=now[change.treatment]) for change in changes(near, far) if change.treatment in apart
    )
    fact = person.book.facts[turn.fact]
    led = way(person, fact, turn.side, turn.at) if fact.formula and differing else None
    if differing and (led or not fact.formula):
        yield replace(turn, changes=differing, way=led)


def _advised(person: Patient, fact: Fact, value: float, known: float, now: Outcomes) -> Outcomes | None:
    if abs(value - known) <= TOLERANCE:
        return now
    other = supposition.number(person, fact, value)
    return outcomes(person.book, other) if other else None


def _ahead(person: Patient, fact: Fact, known: float, *, way_down: bool) -> list[tuple[float, str]]:
    """List the bounds ahead, and where another method of a formula would meet them, in the order in which they come."""
    state, bounds = person.state(fact.code), person.book.bounds[fact.code]
    edges = {
        round(bound * known / value, 6): method
        for method, value in state.variants.items()
        for bound in bounds
        if value and method != state.method
    }
    edges |= dict.fromkeys(bounds, "")
    ahead = [edge for edge in edges if (edge <= known + TOLERANCE if way_down else edge >= known - TOLERANCE)]
    return [(edge, edges[edge]) for edge in sorted(ahead, reverse=way_down)]


def _step(fact: Fact, edge: float) -> float:
    return 1.0 if fact.whole else max(abs(edge), 1.0) * CLOSE
