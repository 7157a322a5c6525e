"""Reliance: which rows rest on which others, so that a change is followed to every rule that it reaches."""

from collections.abc import Iterable, Iterator

from ..dose import DoseRange
from ..fact import Fact
from ..population import Line, Population
from ..rulebook import Rulebook
from ..soundness import JURISDICTIONS
from ..spelling import ON_TRIALS
from ..synonym import Synonym
from .row import Key, listed, rows


POPULATION_FIELDS = ("population", "indication", "or_population", "asked_of")
CITING_PARTS = ("strengths", "cells", "identifiers")
MEANS = frozenset({"populations", "facts", "drug_classes", "treatments"})
"""Sections whose rows mean something only through the rules that rest on them."""


class Reliance:
    """Knows who rests on whom in several editions of a guideline together."""

    def __init__(self, *books: Rulebook) -> None:
        self._users: dict[Key, set[Key]] = {}
        for book in books:
            for key, row in rows(book).items():
                for needed in _needs(book, row):
                    self._users.setdefault(needed, set()).add(key)

    def reached(self, key: Key) -> frozenset[Key]:
        """List the rows that rest on this one, however indirectly."""
        found: set[Key] = set()
        waiting = [key]
        while waiting:
            more = self._users.get(waiting.pop(), set()) - found
            found |= more
            waiting.extend(more)
        return frozenset(found - {key})

    def rules(self, key: Key) -> frozenset[Key]:
        """List the rules that rest on this row: what it reaches, but for the populations and facts in between."""
        return frozenset(one for one in self.reached(key) if one[0] not in MEANS)


def _needs(book: Rulebook, row: object) -> Iterator[Key]:
    if isinstance(row, Synonym):
        return
    yield from (("populations", code) for name in POPULATION_FIELDS for code in listed(row, name))
    yield from (("drug_classes", code) for code in listed(row, "drug_classes"))
    if listed(row, "jurisdictions"):
        yield "facts", JURISDICTIONS
    if isinstance(row, Population):
        for line in row.lines:
            yield from _line(book, line)
    elif isinstance(row, Fact):
        yield from (("facts", part.fact) for part in row.inputs)
    elif isinstance(row, DoseRange) and row.band:
        yield "facts", row.band.fact


def _line(book: Rulebook, line: Line) -> Iterator[Key]:
    if line.population:
        yield "populations", line.population
    yield from (("facts", code) for code in line.facts)
    yield from (("drug_classes", code) for code in (*line.values, *line.besides))
    if line.op in ON_TRIALS or line.or_taking:
        yield from (("treatments", code) for code in _treatments(book, line.values))


def _treatments(book: Rulebook, codes: Iterable[str]) -> Iterator[str]:
    wanted = set(codes)
    drugs = wanted.union(*(group.members for group in book.drug_classes if group.code in wanted))
    return (one.code for one in book.treatments if one.code in wanted or (one.drug and one.drug in drugs))


def citing(book: Rulebook) -> dict[str, list[Key]]:
    """List for each reference the rows that cite it, in their parts as well."""
    found: dict[str, list[Key]] = {}
    for key, row in rows(book).items():
        for code in _cited(row):
            found.setdefault(code, []).append(key)
    return found


def _cited(row: object) -> set[str]:
    found = {source.partition("/")[0] for source in listed(row, "sources")}
    parts = (part for name in CITING_PARTS for part in getattr(row, name, ()))
    return found.union(*map(_cited, parts))
