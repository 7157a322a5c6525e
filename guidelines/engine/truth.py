"""Truth in three values: yes, no and unknown, joined by Kleene's strong logic."""

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """What can be said of a criterion; unknown is not no, so a Truth refuses to be used as a bool."""

    NO = "no"
    UNKNOWN = "unknown"
    YES = "yes"

    def __bool__(self) -> bool:
        raise TypeError("A Truth has three values; compare it with `is Truth.YES`, never use it as a condition.")

    def negated(self) -> "Truth":
        """Turn yes into no and no into yes; unknown stays unknown."""
        if self is UNKNOWN:
            return UNKNOWN
        return NO if self is YES else YES


YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


def of(flag: bool) -> Truth:
    """Say yes or no for something that is known."""
    return YES if flag else NO


def both(one: Truth, other: Truth) -> Truth:
    """Be no if either is no, else unknown if either is unknown, else yes."""
    if one is NO or other is NO:
        return NO
    return YES if one is YES and other is YES else UNKNOWN


def either(one: Truth, other: Truth) -> Truth:
    """Be yes if either is yes, else unknown if either is unknown, else no."""
    if one is YES or other is YES:
        return YES
    return NO if one is NO and other is NO else UNKNOWN


def all_of(truths: Iterable[Truth]) -> Truth:
    """Be no if any is no, else unknown if any is unknown, else yes.

    Raises ValueError for nothing at all: an empty "all of" would be yes for everybody.
    """
    return _joined(truths, settled=NO)


def any_of(truths: Iterable[Truth]) -> Truth:
    """Be yes if any is yes, else unknown if any is unknown, else no. Raises ValueError for nothing at all."""
    return _joined(truths, settled=YES)


def _joined(truths: Iterable[Truth], *, settled: Truth) -> Truth:
    found: Truth | None = None
    for one in truths:
        if one is settled:
            return settled
        if found is not UNKNOWN:
            found = one
    if found is None:
        raise ValueError("A criterion needs at least one line: an empty one would be true of everybody.")
    return found
