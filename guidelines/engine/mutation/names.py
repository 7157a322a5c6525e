"""Names: what the codes of a rulebook are called, for the sentences about its mutants."""

from collections.abc import Iterable

from .. import wording
from ..compilation import Compiled
from ..dose import DoseRange


MOST_NAMED = 4


class Names:
    """The names that a rulebook gives to its populations, treatments, drugs, classes and entries of lists."""

    def __init__(self, book: Compiled) -> None:
        rulebook = book.rulebook
        self._book = book
        self.populations = book.titles
        self.treatments = {treatment.code: treatment.name for treatment in rulebook.treatments}
        self._classes = {group.code: group.name for group in rulebook.drug_classes}
        self._drugs = book.names
        self._entries = {
            (fact.code, entry.code): entry.text for fact in rulebook.facts for entry in (*fact.choices, *fact.members)
        }

    def entry(self, fact: str, code: str) -> str:
        """Name an entry of a fact's list: a choice, a member, a drug, a class or a treatment."""
        own = self._entries.get((fact, code))
        return own or self.drug(code) or self.treatments.get(code, code)

    def drug(self, code: str) -> str:
        """Name a drug or a class of drugs, or nothing for what is neither."""
        return self._classes.get(code) or self._drugs.get(code, "")

    def given(self, treatments: Iterable[str], classes: Iterable[str]) -> str:
        """Name what a rule is about, shortly."""
        named = [*(self.treatments[code] for code in treatments), *(self._classes[code] for code in classes)]
        if len(named) > MOST_NAMED:
            return f"{named[0]} and {len(named) - 1} others"
        return " and ".join(part for part in (", ".join(named[:-1]), named[-1]) if part)

    def dose(self, row: DoseRange) -> str:
        """Say which dose range is meant."""
        groups = [self.populations[code] for code in (row.indication, row.population) if code]
        band = [wording.band(self._book, row.band)] if row.band else []
        places = [place.upper() for place in row.jurisdictions]
        aside = "; ".join([*groups, *band, *places]) or row.code
        return f"{self.treatments[row.treatment]} ({row.axis} dose, {aside})"
