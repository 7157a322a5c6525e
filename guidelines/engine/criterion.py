"""Criteria: populations spelt out as conditions that a patient's facts judge yes, no or unknown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from . import truth
from .condition import Condition, judged
from .fact import State
from .population import Join
from .truth import UNKNOWN, Truth


@dataclass(frozen=True, slots=True)
class Named:
    """A line that is another population."""

    population: str


@dataclass(frozen=True, slots=True)
class Negation:
    """The opposite of a criterion; unknown stays unknown."""

    inner: "Criterion"


@dataclass(frozen=True, slots=True)
class Group:
    """Criteria joined by all-of or any-of; an empty one cannot be built (ValueError)."""

    join: Join
    parts: tuple["Criterion", ...]

    def __post_init__(self) -> None:
        if not self.parts:
            raise ValueError("A population needs at least one line: an empty one would be true of everybody.")


Criterion = Condition | Named | Negation | Group


class Judgement:
    """One patient's facts, and what has been judged of them so far."""

    def __init__(self, look: Callable[[str], State], populations: Mapping[str, Criterion]) -> None:
        self._look = look
        self._populations = populations
        self._truths: dict[str, Truth] = {}
        self._grounds: dict[str, tuple[Condition, ...]] = {}

    def adopt(self, other: "Judgement", touched: frozenset[str]) -> None:
        """Take over what another judgement found of populations that are not touched by what differs."""
        self._truths = {code: found for code, found in other._truths.items() if code not in touched}

    def truth(self, node: Criterion) -> Truth:
        """Judge a criterion: yes, no or unknown."""
        if isinstance(node, Condition):
            return judged(node, *map(self._look, node.facts))
        if isinstance(node, Named):
            return self.population(node.population)
        if isinstance(node, Negation):
            return self.truth(node.inner).negated()
        join = truth.all_of if node.join is Join.ALL else truth.any_of
        return join(map(self.truth, node.parts))

    def population(self, code: str) -> Truth:
        """Judge a population once and remember it."""
        known = self._truths.get(code)
        if known is None:
            known = self._truths[code] = self.truth(self._populations[code])
        return known

    def open_facts(self, node: Criterion) -> frozenset[str]:
        """List the facts whose answer could still settle an unknown criterion; none when it is settled or beyond asking."""
        if self.truth(node) is not UNKNOWN:
            return frozenset()
        if isinstance(node, Condition):
            return frozenset().union(*(self._look(fact).open for fact in node.facts))
        return frozenset().union(*(self.open_facts(part) for part in self._parts(node)))

    def grounds_of(self, code: str) -> tuple[Condition, ...]:
        """List the conditions that made a population what it is, and remember them."""
        if code not in self._grounds:
            self._grounds[code] = self.grounds(self._populations[code])
        return self._grounds[code]

    def grounds(self, node: Criterion) -> tuple[Condition, ...]:
        """List the conditions that made a criterion what it is: those that agree with the outcome."""
        if isinstance(node, Condition):
            return (node,)
        if isinstance(node, Named):
            return self.grounds_of(node.population)
        if isinstance(node, Group):
            outcome = self.truth(node)
            parts = [part for part in node.parts if self.truth(part) is outcome]
        else:
            parts = list(self._parts(node))
        found = [condition for part in parts for condition in self.grounds(part)]
        return tuple({id(condition): condition for condition in found}.values())

    def _parts(self, node: Criterion) -> tuple[Criterion, ...]:
        if isinstance(node, Group):
            return node.parts
        if isinstance(node, Negation):
            return (node.inner,)
        return (self._populations[node.population],) if isinstance(node, Named) else ()
