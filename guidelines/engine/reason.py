"""Reasons: why a treatment is offered, excluded or waiting, each with its rule, its grounds and its sources."""

from dataclasses import dataclass
from enum import StrEnum

from .condition import Condition


class Kind(StrEnum):
    """Which way a reason points."""

    FOR = "for"
    AGAINST = "against"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: the rule, what it says, what of this patient decided it, and its sources."""

    kind: Kind
    severity: str
    rule: str
    text: str
    sources: tuple[str, ...]
    action: str = ""
    grounds: tuple[Condition, ...] = ()
    open: frozenset[str] = frozenset()
