"""Mistakes in populations: comparisons, bounds, negations, lists and whole criteria."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..compilation import Compiled
from ..fact import Fact
from ..population import Join, Line, Op, Population
from .mutant import Kind, Mutant
from .names import Names


TURNED = {Op.LT: Op.GT, Op.GT: Op.LT, Op.LE: Op.GE, Op.GE: Op.LE}
EDGED = {Op.LT: Op.LE, Op.LE: Op.LT, Op.GT: Op.GE, Op.GE: Op.GT}
INSTEAD = "meant “{1}” instead of “{0}”"


def mutants(book: Compiled) -> Iterator[Mutant]:
    """Yield every mistake in the lines of every population."""
    facts, names = book.facts, Names(book)
    for population in book.rulebook.populations:
        for index in range(len(population.lines)):
            yield from _Place(population, index).mutants(facts, names)
        if len(population.lines) > 1:
            yield _joined(population)


class _Place:
    """One line of one population, where mistakes are planted."""

    def __init__(self, population: Population, index: int) -> None:
        self._population = population
        self._index = index
        self._line = population.lines[index]
        self._place = f"populations[{population.code}].lines[{index + 1}]"

    def mutants(self, facts: Mapping[str, Fact], names: Names) -> Iterator[Mutant]:
        """Yield every mistake in this line."""
        line = self._line
        yield from self._numbers(facts)
        yield self._changed(Kind.NEGATION, ".negated", "exchanged", replace(line, negated=not line.negated))
        yield from self._listed(names)
        if len(self._population.lines) > 1:
            without = tuple(other for at, other in enumerate(self._population.lines) if at != self._index)
            yield self._mutant(Kind.CRITERION, "", "dropped", without, "did not ask for “{0}”", (line,))

    def _numbers(self, facts: Mapping[str, Fact]) -> Iterator[Mutant]:
        line, op, number = self._line, self._line.op, self._line.number
        if op is None or number is None:
            return
        fact = facts[line.fact]
        unit = 1.0 if op is Op.AT_LEAST else fact.precision
        for bound in (number - unit, number + unit):
            yield self._changed(Kind.BOUND, ".number", f"{bound:g}", replace(line, number=round(bound, 9)))
        if op in TURNED:
            yield self._changed(Kind.COMPARATOR, ".op", TURNED[op], replace(line, op=TURNED[op]))
            # Of whole numbers the other edge is the bound moved by one.
            if not fact.whole:
                yield self._changed(Kind.EDGE, ".op", EDGED[op], replace(line, op=EDGED[op]))

    def _listed(self, names: Names) -> Iterator[Mutant]:
        line = self._line
        for value in line.values if len(line.values) > 1 else ():
            fewer = replace(
                line,
                values=tuple(other for other in line.values if other != value),
                besides=tuple(other for other in line.besides if other != value),
            )
            yield self._rest(".values", f"without {value}", fewer, f"did not count {names.entry(line.fact, value)}")
        for value in line.besides:
            more = replace(line, besides=tuple(other for other in line.besides if other != value))
            yield self._rest(".besides", f"without {value}", more, f"counted {names.entry(line.fact, value)} too")
        if line.or_taking:
            listed = replace(line, or_taking="")
            yield self._rest(".or_taking", "dropped", listed, "did not count what is still taken of earlier treatment")

    def _changed(self, kind: Kind, where: str, change: str, line: Line) -> Mutant:
        return self._mutant(kind, where, change, self._with(line), INSTEAD, (self._line, line))

    def _rest(self, where: str, change: str, line: Line, said: str) -> Mutant:
        return self._mutant(Kind.ENTRY, where, change, self._with(line), said, ())

    def _with(self, line: Line) -> tuple[Line, ...]:
        lines = self._population.lines
        return (*lines[: self._index], line, *lines[self._index + 1 :])

    def _mutant(
        self, kind: Kind, where: str, change: str, lines: tuple[Line, ...], said: str, worded: tuple[Line, ...]
    ) -> Mutant:
        group = self._population
        rows = ((group.code, replace(group, lines=lines)),)
        return Mutant(kind, f"{self._place}{where}", change, "populations", rows, f"“{group.name}” {said}", worded)


def _joined(group: Population) -> Mutant:
    other = Join.ANY if group.join is Join.ALL else Join.ALL
    said = "any one line of “{}” were enough" if other is Join.ANY else "every line of “{}” were needed"
    rows = ((group.code, replace(group, join=other)),)
    place = f"populations[{group.code}].join"
    return Mutant(Kind.JOIN, place, other, "populations", rows, said.replace("{}", group.name))
