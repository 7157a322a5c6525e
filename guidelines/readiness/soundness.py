"""Rules on soundness: what the engine refuses to read, said beside everything else that is found."""

from collections.abc import Iterable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import get_args

from guidelines.engine import bands
from guidelines.engine.decoding import hints
from guidelines.engine.rulebook import Rulebook

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
            for name in _required(section):
                blank = not getattr(row, name).strip()
                if blank and name not in ASKED_ELSEWHERE.get(section, ()):
                    yield breach(place, what=name.replace("_", " "))


ASKED_ELSEWHERE = {
    "options": ("strength", "certainty"),
    "effects": ("outcome", "comparator", "dose", "weeks", "people"),
    "safety": ("text",),
    "statements": ("text",),
    "cases": ("answers", "expects"),
}
"""Texts of which another rule says why they are needed; a case may say nothing of its patient."""


@cache
def _required(section: str) -> tuple[str, ...]:
    """List the texts that a row of a section cannot do without."""
    hint = hints(Rulebook)[section]
    kind = next(iter(get_args(hint)), hint)
    asked = fields(kind) if isinstance(kind, type) and is_dataclass(kind) else ()
    return tuple(part.name for part in asked if part.default is MISSING and hints(kind)[part.name] is str)


RULES = (Unsound, DanglingCitation, Unsourced, LeftBlank)
