"""Holding: how far what a row says holds for those whom a question names."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from guidelines.engine.dose import Axis
from guidelines.engine.dosing import inside
from guidelines.engine.rulebook import Severity

from .index import Index
from .question import Question
from .row import WARNINGS, Kind, Row
from .subject import Concept
from .supposition import NO, YES, Supposed


HOLDS, ALARM, LIMITED, NARROWER, PAST, GENERAL, GRAVE, ASKED_PLACE, ELSEWHERE = (
    1.5,
    24.0,
    6.0,
    -0.95,
    -4.0,
    0.1,
    0.4,
    2.0,
    -6.0,
)
"""Points; those of an alert that goes by a number in the question outweigh everything else."""


@dataclass(frozen=True, slots=True)
class Holding:
    """Judges rows by the people in a question: its `concepts`, its numbers and the facts that are `said`."""

    question: Question
    index: Index
    person: Supposed
    concepts: list[Concept]
    said: Iterable[str]
    numbers: frozenset[str] = field(init=False)
    named: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        numbers = frozenset(one.fact for one in self.question.numbers)
        points = [point[0] for one in self.concepts for point in one.points]
        object.__setattr__(self, "numbers", numbers)
        object.__setattr__(self, "named", numbers.union(points, self.said))

    def points(self, row: Row, *, warned: bool) -> float | None:
        """Count the points of a row; none where it cannot hold. It counts as holding where it is `warned` of just these."""
        truth = self.person.concerns(row)
        if truth is not NO and truth is not YES and row.band and row.band.fact in self.numbers:
            truth = inside(self.person, row.band)
        if truth is NO:
            return None
        if row.kind is Kind.ALERT and truth is YES and self.numbers & {fact for fact, _ in row.reach.points}:
            return ALARM
        holds = truth is YES and (row.judged or row.band)
        total = HOLDS if warned or holds else 0.0
        if row.kind is Kind.DOSE:
            total += self._dosed(row, holds=truth is YES)
        if row.kind in WARNINGS or row.kind is Kind.STATEMENT:
            total += self._of_others(row)
        return total + self._of_place(row)

    def _dosed(self, row: Row, *, holds: bool) -> float:
        """Put what limits a dose before the usual dose, and a dose for most before one for a few of whom nobody spoke."""
        limited = row.record.axis is not Axis.BASE and holds and self.person.changed
        general = not (self.concepts or self.said) and self.index.treated.isdisjoint(row.whom)
        return LIMITED * bool(limited) + GENERAL * general

    def _of_others(self, row: Row) -> float:
        """Put back what goes by facts of which nobody spoke, the more of them the further; what is grave stands before."""
        taken = self.index.taking if row.kind is Kind.INTERACTION else frozenset()
        others = {fact for fact, _ in row.reach.points} - self.named - taken
        grave = row.kind in WARNINGS and row.record.severity is not Severity.CAUTION
        weight = NARROWER * (3 if row.kind is Kind.INTERACTION else 1)
        return weight * len(others) + (PAST if others & self.index.past else 0) + GRAVE * grave

    def _of_place(self, row: Row) -> float:
        """Put what other labels say behind."""
        places = self.question.places
        if row.jurisdictions and places:
            return ASKED_PLACE if {*places} & {*row.jurisdictions} else ELSEWHERE
        return 0.0 if not row.jurisdictions or self.person.holds(row) is not NO else ELSEWHERE
