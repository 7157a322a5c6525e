"""Concern: which drugs a change is about, through classes, populations and sources too."""

import re
from collections.abc import Iterable
from functools import cached_property

from ..population import Population
from ..rulebook import Contraindication, Rulebook
from . import gravity, order
from .change import Change
from .reliance import MEANS, Reliance, citing
from .row import Key, listed, rows, texts


SILENT = frozenset({"cases", "topics", "guideline"})
"""Sections that say nothing of any drug to a patient."""


def drugs_changed(before: Rulebook | None, after: Rulebook, changes: Iterable[Change]) -> frozenset[str]:
    """List the codes of the drugs whose rules the changes touch, in either edition."""
    books = [book for book in (before, after) if book]
    concerns, held = [Concern(book) for book in books], [rows(book) for book in books]
    found: set[str] = set()
    for change in changes:
        key = (change.section, change.code)
        reaching = change.section in MEANS and change.kind == "changed" and _inherits(key, held)
        found.update(drug for one in concerns for drug in one.drugs(key, reaching=reaching))
        if not change.code:
            moved = order.moved(change.section, held[0], held[-1])
            found.update(drug for one in concerns for code in moved for drug in one.drugs(("treatments", code)))
    return frozenset(found)


def _inherits(key: Key, held: list[dict[Key, object]]) -> bool:
    return gravity.INHERITED in gravity.of_fields(key[0], held[0].get(key), held[-1].get(key))


class Concern:
    """Knows which drugs each row of one edition is about."""

    def __init__(self, book: Rulebook) -> None:
        self._rows = rows(book)
        self._book = book
        self._classes = {group.code: group.members for group in book.drug_classes}
        self._drug_of = {treatment.code: treatment.drug for treatment in book.treatments if treatment.drug}

    def drugs(self, key: Key, *, reaching: bool = False) -> Iterable[str]:
        """Yield the drugs that a row is about; with `reaching` also those of every rule that rests on it."""
        row = self._rows.get(key)
        if row is None or key[0] in SILENT:
            return
        yield from self._of(key, row)
        for one in self._citing.get(key[1], ()) if key[0] == "references" else ():
            yield from self._named(self._rows[one])
        for one in self._reliance.rules(key) if reaching else ():
            yield from self._named(self._rows[one])

    def _of(self, key: Key, row: object) -> Iterable[str]:
        """Find the drugs that a row names by code, or where it names none by their names in its text."""
        if key[0] == "drugs":
            return [key[1]]
        found = {*self._named(row), *self._met(row)}
        found.update(drug for code in listed(row, "positions") for drug in self._named(self._rows["positions", code]))
        return found or self._mentioned(row)

    def _named(self, row: object) -> Iterable[str]:
        treatments = (*listed(row, "treatment"), *listed(row, "treatments"))
        yield from (self._drug_of[code] for code in treatments if code in self._drug_of)
        for name in ("drug", "drugs", "members", "drug_classes"):
            yield from (drug for code in listed(row, name) for drug in self._spelt(code))

    def _spelt(self, code: str) -> Iterable[str]:
        """Spell out a code of a drug, of a class, or of a treatment as drugs; nothing for any other."""
        if ("drugs", code) in self._rows:
            return (code,)
        return self._classes.get(code) or ((self._drug_of[code],) if code in self._drug_of else ())

    def _met(self, row: object) -> Iterable[str]:
        """Find the drugs that a population speaks of; an interaction is one of the drugs that its population takes."""
        if isinstance(row, Contraindication) and row.interaction:
            yield from self._met(self._rows.get(("populations", row.population)))
        for line in row.lines if isinstance(row, Population) else ():
            yield from (drug for value in (*line.values, *line.besides) for drug in self._spelt(value))
            yield from self._met(self._rows.get(("populations", line.population)))

    def _mentioned(self, row: object) -> Iterable[str]:
        words = {word.lower() for text in texts(row) for word in self._pattern.findall(text)}
        return (self._by_name[word] for word in words)

    @cached_property
    def _reliance(self) -> Reliance:
        return Reliance(self._book)

    @cached_property
    def _citing(self) -> dict[str, list[Key]]:
        return citing(self._book)

    @cached_property
    def _by_name(self) -> dict[str, str]:
        named = {one.name.lower(): one.drug for one in self._book.treatments if one.drug}
        for drug in self._book.drugs:
            named |= {name.lower(): drug.code for name in (drug.name, *drug.synonyms) if name}
        return named

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = sorted(self._by_name, key=len, reverse=True)
        return (
            re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE) if names else re.compile(r"(?!)")
        )
