"""Reach: what a population speaks of: the facts, drugs and populations in its lines, those of others that it names included."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from guidelines.engine.fact import Kind
from guidelines.engine.population import Join, Line, Op, Population
from guidelines.engine.rulebook import Rulebook


UP, DOWN = "up", "down"
RISING = {Op.GE: UP, Op.GT: UP, Op.LE: DOWN, Op.LT: DOWN}
Answers = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Reach:
    """What a population speaks of, and the answers that everybody in it gives.

    A point is a fact with one of its values; of a number, the direction in which its bound points.
    """

    populations: frozenset[str] = frozenset()
    points: frozenset[tuple[str, str]] = frozenset()
    drugs: frozenset[str] = frozenset()
    answers: Answers = field(default_factory=dict)


class Reaches:
    """Knows the reach of every population of a rulebook."""

    def __init__(self, book: Rulebook) -> None:
        self._book = book
        self._populations = {one.code: one for one in book.populations}
        self._kinds = {fact.code: fact.kind for fact in book.facts}
        self._classes = {group.code: frozenset(group.members) for group in book.drug_classes}
        self._drugs = {drug.code for drug in book.drugs}
        self._known: dict[str, Reach] = {}

    def of(self, *codes: str) -> Reach:
        """Give what populations speak of together."""
        found = [self._one(code) for code in codes if code]
        return found[0] if len(found) == 1 else _together(found)

    def drugs(self, codes: Iterable[str]) -> frozenset[str]:
        """Spell out codes of drugs and classes as drugs."""
        return frozenset().union(*(self._classes.get(code, {code} & self._drugs) for code in codes))

    def _one(self, code: str) -> Reach:
        if code not in self._known:
            self._known[code] = self._worked_out(self._populations[code])
        return self._known[code]

    def _worked_out(self, group: Population) -> Reach:
        lines = [line for line in group.lines if not line.negated]
        inner = _together([self._one(line.population) for line in lines if line.population])
        own = [line for line in lines if line.fact]
        sure = group.join is Join.ALL or len(group.lines) == 1
        return Reach(
            populations=inner.populations | {group.code},
            points=inner.points.union(*(_points(line) for line in own)),
            drugs=inner.drugs.union(*(self.drugs(line.values) for line in own)),
            answers={**inner.answers, **self._answers(own)} if sure else {},
        )

    def _answers(self, lines: Iterable[Line]) -> dict[str, object]:
        """Give the answers that lines leave no choice about."""
        found: dict[str, object] = {}
        for line in lines:
            kind = self._kinds[line.fact]
            if kind is Kind.BOOLEAN:
                found[line.fact] = True
            elif kind is Kind.CHOICE and len(line.values) == 1:
                found[line.fact] = line.values[0]
            elif kind is Kind.MEMBERS and len(line.values) == 1 and line.values[0] not in self._classes:
                found[line.fact] = {line.values[0]: True}
        return found


def _points(line: Line) -> set[tuple[str, str]]:
    if line.op in RISING:
        return {(line.fact, RISING[line.op])}
    return {(line.fact, value) for value in line.values} or {(line.fact, "")}


def _together(found: list[Reach]) -> Reach:
    return Reach(
        populations=frozenset().union(*(one.populations for one in found)),
        points=frozenset().union(*(one.points for one in found)),
        drugs=frozenset().union(*(one.drugs for one in found)),
        answers={code: value for one in found for code, value in one.answers.items()},
    )
