"""Bearing: how much hangs on what an edition changes, so how many must approve it and whose makers have a stake."""

from dataclasses import dataclass

from guidelines.engine.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Bearing:
    """How many approvals an edition needs, and the codes of the makers of the drugs that it changes."""

    approvals_needed: int
    makers: frozenset[str]


def of(before: str | None, after: Rulebook) -> Bearing:
    """Return the bearing of a rulebook against the document that was approved before it, or against nothing."""
    return Bearing(2, frozenset(maker.code for maker in after.makers))
