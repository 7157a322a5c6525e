"""Populations: named groups of patients as the flat lines that an editor writes."""

from dataclasses import dataclass
from enum import StrEnum


class Join(StrEnum):
    """How the lines of a population are joined."""

    ALL = "all"
    ANY = "any"


class Op(StrEnum):
    """What a condition says of its fact."""

    YES = "yes"
    LT = "lt"
    LE = "le"
    GT = "gt"
    GE = "ge"
    IN = "in"
    INCLUDES = "includes"
    AT_LEAST = "at_least"
    FAILED = "failed"
    NOT_TOLERATED = "not_tolerated"
    PARTIAL = "partial"
    RESPONDED = "responded"
    TAKING = "taking"
    TRIED = "tried"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a population: a condition on a fact, or another population; possibly negated.

    A count (at least so many of a list) may leave some of its list out, `besides`, and may name a trials fact,
    `or_taking`, whose treatments that are still being taken are counted too.
    """

    fact: str = ""
    op: Op | None = None
    number: float | None = None
    values: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    or_taking: str = ""
    population: str = ""
    negated: bool = False

    @property
    def facts(self) -> tuple[str, ...]:
        """List the facts that it names."""
        return tuple(code for code in (self.fact, self.or_taking) if code)


@dataclass(frozen=True, slots=True)
class Population:
    """A named group of patients: flat lines joined by all-of or any-of."""

    code: str
    name: str
    join: Join
    lines: tuple[Line, ...]
    sources: tuple[str, ...] = ()
