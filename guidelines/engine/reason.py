"""Reasons: why a treatment is offered, excluded or waiting, each with its rule, whom it speaks of and its sources."""

from dataclasses import dataclass, field
from enum import StrEnum

from .citation import EDITION, cites
from .plate import Table
from .rulebook import Contraindication, Option


class Kind(StrEnum):
    """Which way a reason points."""

    FOR = "for"
    AGAINST = "against"
    UNKNOWN = "unknown"


FOR, AGAINST, UNKNOWN = Kind.FOR, Kind.AGAINST, Kind.UNKNOWN
NOT_HERE = "not_in_guideline"
ELSEWHERE = "Not in this guideline for this problem."
"""With this the reason begins that a treatment has its place only for others."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: the rule, what it says, its sources, the populations that decided it, and the facts that still could."""

    kind: Kind
    severity: str
    rule: str
    text: str
    sources: tuple[str, ...]
    action: str = ""
    populations: tuple[str, ...] = ()
    open: frozenset[str] = frozenset()
    table: Table = field(init=False, repr=False, compare=False)
    """What an advice tells of it, but for what of the patient made it so; shared, so never changed."""
    coded: str = field(init=False, repr=False, compare=False)
    """What of it enters the digest of an advice."""

    def __post_init__(self) -> None:
        told: Table = {
            "kind": self.kind,
            "severity": self.severity,
            "rule": self.rule,
            "text": self.text,
            "action": self.action,
            "facts": {},
        }
        object.__setattr__(self, "table", told | cites(self.sources))
        object.__setattr__(self, "coded", f"{self.kind}:{self.rule}:{self.severity}")

    def unknown(self, lacking: frozenset[str], *, first: str = "") -> "Reason":
        """Give the same reason while it is not known whether it holds, and what could settle it."""
        text = first + self.text
        return Reason(UNKNOWN, self.severity, self.rule, text, self.sources, self.action, self.populations, lacking)


def against(rule: Contraindication) -> Reason:
    """Give the reason that a contraindication is where it holds."""
    return Reason(AGAINST, rule.severity, rule.code, rule.reason, rule.sources, rule.action, (rule.population,))


def placed(option: Option, title: str) -> Reason:
    """Give the reason for a treatment in the place that an option gives it."""
    text = f"Line {option.line} for {title}. {option.note}".strip()
    return Reason(FOR, "indication", option.code, text, option.sources, populations=(option.population,))


def not_here(populations: tuple[str, ...], people: str) -> Reason:
    """Give the reason against a treatment that has a place only for other populations, or for nobody."""
    where = f"It has a place here only for: {people}." if people else ""
    text = f"{ELSEWHERE} {where}".strip()
    return Reason(AGAINST, "", NOT_HERE, text, (EDITION,), populations=populations)
