"""Rules on soundness: what the engine refuses to read, said beside everything else that is found."""

from collections.abc import Iterable

from guidelines.engine import bands, vocabulary

from .blank import required
from .inspection import Inspection
from .rule import Breach, Rule, breach


class Unsound(Rule):
    """Cannot be read as it stands: {fault}"""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every fault that no other rule speaks of."""
        told = {*bands.seams(seen.mended), *bands.above_maximum(seen.mended)}
        yield from (breach(one.place, fault=one.text) for one in (*seen.broken, *seen.tables) if one not in told)


class DanglingCitation(Rule):
    """Cites {reference}, which is not among the references. Add the reference, or cite another."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every citation that leads nowhere."""
        yield from (breach(place, reference=code) for place, code in seen.dangling)


class Unsourced(Rule):
    """Names no source. Every rule has at least one: a reference, practice or editorial."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every rule without a source."""
        yield from (breach(fault.place) for fault in seen.unsourced)


class LeftBlank(Rule):
    """Leaves {what} blank."""

    asks_engine = False

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every required text that is blank and that no other rule asks for."""
        rows = [*seen.rows(), ("guideline", "guideline", seen.rulebook.guideline)]
        for place, section, row in rows:
            for name in required(section):
                if not getattr(row, name).strip() and (section, name) not in ASKED_ELSEWHERE:
                    yield breach(place, what=name.replace("_", " "))


ASKED_ELSEWHERE = {
    *vocabulary.NEEDED,
    *((section, name) for section, name, _ in vocabulary.WORDS),
    *(("options", name) for name in ("strength", "certainty")),
    *(("effects", name) for name in ("outcome", "comparator", "dose", "weeks", "people")),
    *(("cases", name) for name in ("answers", "expects")),
    ("safety", "text"),
    ("statements", "text"),
}
"""Texts of which another rule says why they are needed; a case may say nothing of its patient."""


RULES = (Unsound, DanglingCitation, Unsourced, LeftBlank)
