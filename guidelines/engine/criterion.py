"""Criteria: populations spelt out as conditions that a patient's facts judge yes, no or unknown."""

from collections.abc import Mapping
from dataclasses import dataclass

from .condition import Condition, Known, Look
from .memo import Memo
from .population import Join
from .truth import NO, UNKNOWN, YES, Truth


ALL = Join.ALL


@dataclass(frozen=True, slots=True)
class Named:
    """A line that is another population."""

    population: str

    def judged(self, _: Look, known: Known) -> Truth:
        """Be what the population is."""
        return known(self.population)


@dataclass(frozen=True, slots=True)
class Negation:
    """The opposite of a criterion; unknown stays unknown."""

    inner: "Criterion"

    def judged(self, look: Look, known: Known) -> Truth:
        """Be the opposite of what it negates."""
        return self.inner.judged(look, known).negated()


@dataclass(frozen=True, slots=True)
class Group:
    """Criteria joined by all-of or any-of; an empty one cannot be built (ValueError)."""

    join: Join
    parts: tuple["Criterion", ...]

    def __post_init__(self) -> None:
        if not self.parts:
            raise ValueError("A population needs at least one line: an empty one would be true of everybody.")

    def judged(self, look: Look, known: Known) -> Truth:
        """Join what its parts are; what settles it spares the rest."""
        settled, found = (NO, YES) if self.join is ALL else (YES, NO)
        for part in self.parts:
            one = part.judged(look, known)
            if one is settled:
                return settled
            if one is UNKNOWN:
                found = UNKNOWN
        return found


Criterion = Condition | Named | Negation | Group


class Judgement:
    """One patient's facts, and what has been judged of them so far."""

    def __init__(self, look: Look, populations: Mapping[str, Criterion]) -> None:
        self._look = look
        self._populations = populations
        self._truths = Memo(self._judged)
        self._grounds = Memo(self._behind)
        self.population: Known = self._truths.__getitem__
        """Judge a population once and remember it."""

    def adopt(self, other: "Judgement", touched: frozenset[str]) -> None:
        """Take over what another judgement found of populations that are not touched by what differs."""
        self._truths.update(other._truths)
        for code in touched:
            self._truths.pop(code, None)

    def truth(self, node: Criterion) -> Truth:
        """Judge a criterion: yes, no or unknown."""
        return node.judged(self._look, self.population)

    def _judged(self, code: str) -> Truth:
        return self._populations[code].judged(self._look, self.population)

    def open_facts(self, node: Criterion) -> frozenset[str]:
        """List the facts whose answer could still settle an unknown criterion; none when it is settled or beyond asking."""
        if self.truth(node) is not UNKNOWN:
            return frozenset()
        if isinstance(node, Condition):
            return frozenset().union(*(self._look(fact).open for fact in node.facts))
        return frozenset().union(*(self.open_facts(part) for part in self._parts(node)))

    def grounds(self, *populations: str) -> tuple[Condition, ...]:
        """List the conditions that made populations what they are, those that agree with the outcome, each once."""
        found: dict[int, Condition] = {}
        for code in populations:
            found |= self._grounds[code]
        return tuple(found.values())

    def _behind(self, code: str) -> dict[int, Condition]:
        found: dict[int, Condition] = {}
        self._gather(self._populations[code], self.population(code), found)
        return found

    def _gather(self, node: Criterion, outcome: Truth, found: dict[int, Condition]) -> None:
        if isinstance(node, Condition):
            found[id(node)] = node
        elif isinstance(node, Named):
            found |= self._grounds[node.population]
        elif isinstance(node, Negation):
            self._gather(node.inner, outcome.negated(), found)
        else:
            for part in node.parts:
                if self.truth(part) is outcome:
                    self._gather(part, outcome, found)

    def _parts(self, node: Criterion) -> tuple[Criterion, ...]:
        if isinstance(node, Group):
            return node.parts
        if isinstance(node, Negation):
            return (node.inner,)
        return (self._populations[node.population],) if isinstance(node, Named) else ()
