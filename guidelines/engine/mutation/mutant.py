"""Mutants: a rulebook with one small mistake in it, where it stands, and how an editor would say it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from ..dose import Band, DoseRange
from ..population import Line, Population
from ..rulebook import Alert, Contraindication, Impossible, Option, Rulebook
from ..treatment import DrugClass, Treatment


class Kind(StrEnum):
    """The kinds of mistake that are planted, in the order of the report."""

    COMPARATOR = "comparison turned round"
    BOUND = "bound moved by one unit"
    EDGE = "bound opened or closed"
    NEGATION = "line negated"
    CRITERION = "criterion removed"
    JOIN = "all-of and any-of exchanged"
    ENTRY = "entry of a list dropped"
    MEMBER = "drug taken out of a class"
    CONTRAINDICATION = "contraindication dropped"
    CONCERN = "treatment taken out of a rule"
    SEVERITY = "severity exchanged"
    JURISDICTION = "rule of one jurisdiction for all"
    DOSE = "dose changed"
    CELL = "cell of a dose table changed"
    BAND = "dose band moved"
    RANGE = "dose range dropped"
    OPTION = "option dropped"
    LINE = "line of an option changed"
    ALERT = "alert dropped"
    EFFECT = "effect of an alert changed"
    IMPOSSIBLE = "impossible combination allowed"


Row = Alert | Contraindication | DoseRange | DrugClass | Impossible | Option | Population | Treatment


@dataclass(frozen=True, slots=True)
class Mutant:
    """One planted mistake: the rows of a section that stand instead, by code, or none where a row is dropped.

    `said` completes "No case would notice if …"; in it {0}, {1} … stand for `lines`, which are worded when it is read.
    """

    kind: Kind
    place: str
    change: str
    section: str
    rows: tuple[tuple[str, Row | None], ...]
    said: str
    lines: tuple[Line, ...] = ()

    @property
    def code(self) -> str:
        """Give the code under which it is reported: its place and what was done there."""
        return f"{self.place}: {self.change}"


Record = TypeVar("Record", Band, DoseRange, Rulebook, Treatment)


def but(record: Record, field: str, value: object) -> Record:
    """Give a record with another value in the field of this name."""
    return replace(record, **{field: value})  # type: ignore[arg-type]


def applied(rulebook: Rulebook, mutant: Mutant) -> Rulebook:
    """Plant the mistake in a rulebook."""
    changed = dict(mutant.rows)
    before = getattr(rulebook, mutant.section)
    after = tuple(changed.get(row.code, row) for row in before)
    kept = tuple(row for row in after if row is not None)
    return but(rulebook, mutant.section, kept)
