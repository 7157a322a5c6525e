"""Rules on citations: what is cited must have been seen as it is said to be, still stand, and be looked at in time."""

from collections.abc import Iterable

from guidelines import ageing
from guidelines.engine import citation

from .inspection import Inspection
from .rule import Breach, Rule, breach


class CitedBeyondItsRecord(Rule):
    """Cites {reference} as seen, but the record of {reference} itself is {verification}. Write {reference}/{verification}."""

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every plain citation of a reference whose record was not seen itself."""
        for one in seen.cited:
            for code in one.sources:
                record = seen.references.get(code)
                if record and record.verification != "primary":
                    yield breach(one.place, reference=code, verification=record.verification)


class RetractedReference(Rule):
    """Cites {reference}, which was retracted. Rest the rule on another source, or take the rule away."""

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every citation of a retracted reference."""
        for one in seen.cited:
            for code in map(citation.reference, one.sources):
                record = seen.references.get(code)
                if record and record.retracted:
                    yield breach(one.place, reference=code)


class Overdue(Rule):
    """Was to be looked at again by {date}. Look whether it still holds, and set the next date."""

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield what is past its date."""
        late = ageing.overdue(seen.rulebook, seen.today)
        yield from (breach(one.place, date=one.review_by.isoformat()) for one in late)


class UnplannedMark(Rule):
    """Rests on what nobody has checked ({sources}), and no date says by when somebody will. Give the guideline, or the
    reference, a date to review by."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield what is marked and has no date: neither the guideline, nor a reference, nor the estimate has one."""
        if seen.rulebook.guideline.review_by:
            return
        dated = {f"effects[{effect.code}]" for effect in seen.rulebook.effects if effect.review_by}
        for one in seen.cited:
            open_ended = [source for source in one.sources if _unchecked(source) and not self._dated(seen, source)]
            if open_ended and one.place not in dated:
                yield breach(one.place, sources=", ".join(open_ended))

    def _dated(self, seen: Inspection, source: str) -> bool:
        record = seen.references.get(citation.reference(source))
        return bool(record and record.review_by)


def _unchecked(source: str) -> bool:
    return source in (citation.PRACTICE, citation.EDITORIAL) or source.endswith("/unverified")


RULES = (CitedBeyondItsRecord, RetractedReference, Overdue, UnplannedMark)
