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
    FAILED = "failed"
    NOT_TOLERATED = "not_tolerated"
    PARTIAL = "partial"
    RESPONDED = "responded"
    TAKING = "taking"
    TRIED = "tried"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a population: a condition on a fact, or another population; possibly negated."""

    fact: str = ""
    op: Op | None = None
    number: float | None = None
    values: tuple[str, ...] = ()
    population: str = ""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Population:
    """A named group of patients: flat lines joined by all-of or any-of."""

    code: str
    name: str
    join: Join
    lines: tuple[Line, ...]
    sources: tuple[str, ...] = ()
