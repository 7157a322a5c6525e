"""Propositions: what may be said of a patient, as regions of facts named by bits, so that they can be reasoned about."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Within:
    """The value of a fact lies in one of these regions."""

    fact: str
    mask: int


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """A list holds one of these entries; not `wanted`: it holds none of them."""

    fact: str
    mask: int
    wanted: bool


@dataclass(frozen=True, slots=True, eq=False)
class Enough:
    """At least so many different entries are listed, or still taken by the trials; not `wanted`: fewer are.

    `taken` pairs an entry's bit with the bits of the trials in which it is still taken.
    """

    number: int
    fact: str
    mask: int
    trials: str
    taken: tuple[tuple[int, int], ...]
    wanted: bool

    @property
    def shapes(self) -> int:
        """Give the bits of all trials that could count."""
        return sum(shapes for _, shapes in self.taken)

    def forbids(self, other: "Enough") -> bool:
        """Say whether this, being fewer, leaves no room for another that wants as many or more of the same."""
        same = self.fact == other.fact and other.trials in ("", self.trials)
        if self.wanted or not other.wanted or not same or self.number > other.number:
            return False
        return not other.mask & ~self.mask and set(other.taken) <= set(self.taken)

    def counted(self, listed: int, tried: int) -> int:
        """Count the different entries among what is listed and what is tried."""
        found = listed & self.mask
        for entry, shapes in self.taken:
            if tried & shapes:
                found |= entry
        return found.bit_count()


@dataclass(frozen=True, slots=True, eq=False)
class Every:
    """Every one of the parts holds; of none, this is always so."""

    parts: tuple["Proposition", ...]


@dataclass(frozen=True, slots=True, eq=False)
class Some:
    """One of the parts holds; of none, this is never so."""

    parts: tuple["Proposition", ...]


Proposition = Within | Listed | Enough | Every | Some


def every(parts: Iterable[Proposition]) -> Proposition:
    """Join propositions that must all hold."""
    return Every(tuple(parts))


def some(parts: Iterable[Proposition]) -> Proposition:
    """Join propositions of which one must hold."""
    return Some(tuple(parts))


class Sketch:
    """A patient as far as drawn: which regions are left of each fact, and what lists hold and do not hold."""

    __slots__ = ("absent", "present", "within")

    def __init__(self, other: "Sketch | None" = None) -> None:
        self.within: dict[str, int] = dict(other.within) if other else {}
        self.present: dict[str, int] = dict(other.present) if other else {}
        self.absent: dict[str, int] = dict(other.absent) if other else {}

    def judge(self, said: Proposition) -> bool | None:
        """Say whether a proposition is true or false of every patient that the sketch may become; none: it is open."""
        if isinstance(said, Within):
            left = self.within.get(said.fact, -1)
            return True if not left & ~said.mask else False if not left & said.mask else None
        if isinstance(said, Listed):
            held = self._holds(said)
            return held if held is None else held is said.wanted
        if isinstance(said, Enough):
            enough = self._suffices(said)
            return enough if enough is None else enough is said.wanted
        return self._joined(said)

    def touches(self, fact: str) -> bool:
        """Say whether anything is drawn of a fact."""
        return fact in self.within or fact in self.present or fact in self.absent

    def _holds(self, said: Listed) -> bool | None:
        if self.present.get(said.fact, 0) & said.mask:
            return True
        return None if said.mask & ~self.absent.get(said.fact, 0) else False

    def _suffices(self, said: Enough) -> bool | None:
        if said.counted(self.present.get(said.fact, 0), self.present.get(said.trials, 0)) >= said.number:
            return True
        possible = said.counted(~self.absent.get(said.fact, 0), ~self.absent.get(said.trials, 0))
        return None if possible >= said.number else False

    def _joined(self, said: Every | Some) -> bool | None:
        settling = isinstance(said, Some)
        found: bool | None = not settling
        for part in said.parts:
            judged = self.judge(part)
            if judged is settling:
                return settling
            if judged is None:
                found = None
        return found
