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
        return _NEGATED[self]


YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
_NEGATED = {YES: NO, NO: YES, UNKNOWN: UNKNOWN}


def of(flag: bool) -> Truth:
    """Say yes or no for something that is known."""
    return YES if flag else NO


def all_of(truths: Iterable[Truth]) -> Truth:
    """Be no if any is no, else unknown if any is unknown, else yes.

    Raises ValueError for nothing at all: an empty "all of" would be yes for everybody.
    """
    seen = _some(truths)
    if NO in seen:
        return NO
    return UNKNOWN if UNKNOWN in seen else YES


def any_of(truths: Iterable[Truth]) -> Truth:
    """Be yes if any is yes, else unknown if any is unknown, else no. Raises ValueError for nothing at all."""
    seen = _some(truths)
    if YES in seen:
        return YES
    return UNKNOWN if UNKNOWN in seen else NO


def _some(truths: Iterable[Truth]) -> set[Truth]:
    seen = set(truths)
    if not seen:
        raise ValueError("A criterion needs at least one line: an empty one would be true of everybody.")
    return seen
