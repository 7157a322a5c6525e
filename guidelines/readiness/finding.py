"""Findings: what the rules of readiness have to say of a rulebook, each with its place and its weight."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """How much a finding weighs: an error keeps an edition from being submitted, a mark is told and counted."""

    ERROR = "error"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of one place."""

    code: str
    place: str
    text: str
    weight: Weight

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


@dataclass(frozen=True, slots=True)
class Report:
    """Everything found; `unchecked` names the rules that must wait until the rulebook is sound."""

    errors: tuple[Finding, ...]
    marks: tuple[Finding, ...]
    unchecked: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Say whether nothing stands in the way of submitting."""
        return not self.errors

    def counted(self) -> dict[str, int]:
        """Count the marks by the rule that left them."""
        return dict(Counter(mark.code for mark in self.marks))
