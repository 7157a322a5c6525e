"""Marks: what is shipped although somebody has still to look at it, told and counted."""

from collections.abc import Callable, Iterable

from guidelines.engine import citation
from guidelines.engine.dose import Axis

from .finding import Weight
from .inspection import Inspection
from .rule import Breach, Rule, breach


NOT_STATED = "not stated in the source seen"
MEDICINES = ("drug", "topical")
"""The kinds of treatment that are given in doses."""


class UnverifiedSource(Rule):
    """Rests on what was not seen at its source ({sources}): pending clinical sign-off."""

    weight = Weight.MARK
    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield what is believed, but was not seen."""
        return _resting(seen, lambda source: source == citation.PRACTICE or source.endswith("/unverified"))


class EditorialProposal(Rule):
    """Is a proposal of this guideline's editors: pending clinical sign-off."""

    weight = Weight.MARK
    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield what the editors propose."""
        return _resting(seen, lambda source: source == citation.EDITORIAL)


class SecondarySource(Rule):
    """Was seen only where somebody else reports it ({sources})."""

    weight = Weight.MARK
    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield what was seen second-hand."""
        return _resting(seen, lambda source: source.endswith("/secondary"))


class NotStated(Rule):
    """Says “not stated in the source seen” of its {what}. Look whether another source states it."""

    weight = Weight.MARK
    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every row that admits what its source does not state."""
        for place, _, row in seen.rows():
            what = [name for name in getattr(row, "__dataclass_fields__", ()) if _unstated(getattr(row, name))]
            if what:
                yield breach(place, what=" and ".join(name.replace("_", " ") for name in what))


class WithoutDose(Rule):
    """Is offered without a dose: the guideline has none for it."""

    weight = Weight.MARK

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every medicine with a place in the guideline and no dose table."""
        for rules in seen.book.rules:
            dosed = any(row.axis is Axis.BASE for row in rules.doses)
            if rules.options and rules.treatment.kind in MEDICINES and not dosed:
                yield breach(f"treatments[{rules.treatment.code}]")


class Undecided(Rule):
    """Combines so many conditions that whether it can ever hold was not worked out. Look at it by hand."""

    weight = Weight.MARK

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield what the rules before this one could not decide; it stands last for that."""
        yield from (breach(place) for place in seen.undecided)


def _resting(seen: Inspection, meant: Callable[[str], bool]) -> Iterable[Breach]:
    for one in seen.cited:
        sources = [source for source in one.sources if meant(source)]
        if sources:
            yield breach(one.place, sources=", ".join(sources))


def _unstated(value: object) -> bool:
    return isinstance(value, str) and NOT_STATED in value.lower()


RULES = (UnverifiedSource, EditorialProposal, SecondarySource, NotStated, WithoutDose, Undecided)
