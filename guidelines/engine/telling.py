"""Telling: one patient's advice being told, each fact put in words once and every source noted as it is read."""

from collections.abc import Iterable
from itertools import chain

from . import citation, wording
from .canonical import Plain
from .condition import Condition
from .dosing import JURISDICTION
from .fact import Members
from .memo import Memo
from .patient import Patient
from .plate import Plate, Table
from .truth import YES


class Telling:
    """Puts one patient's facts in words, and keeps the sources cited so far in reading order."""

    def __init__(self, patient: Patient) -> None:
        chosen = patient.state(JURISDICTION).value
        self.patient = patient
        self.jurisdiction = chosen if isinstance(chosen, str) else None
        self._cited: list[tuple[str, ...]] = []
        self.state = Memo(self._known).__getitem__
        """Say what is known of a fact, or why it is not."""
        self.grounds = Memo(self._told).__getitem__
        """Say what of this patient made populations what they are, fact by fact."""

    def cited(self, sources: tuple[str, ...]) -> list[Plain]:
        """Tell sources, and note them as cited here."""
        self._cited.append(sources)
        return list(sources)

    def shown(self, plates: Iterable[Plate]) -> list[Plain]:
        """Tell what of an edition concerns this patient: what names no population, or one that holds."""
        judge = self.patient.judgement.population
        here = [plate for plate in plates if not plate.population or judge(plate.population) is YES]
        self._cited += [plate.sources for plate in here]
        return [plate.table for plate in here]

    def references(self) -> list[Plain]:
        """List the references cited so far, numbered in the order of first use."""
        return citation.numbered(chain.from_iterable(self._cited), self.patient.book.plates.references)

    def _known(self, code: str) -> str:
        book = self.patient.book
        return wording.state(book, book.facts[code], self.patient.state(code))

    def _told(self, populations: tuple[str, ...]) -> Table:
        judged: dict[str, list[Condition]] = {}
        for line in self.patient.judgement.grounds(*populations):
            for code in line.facts:
                judged.setdefault(code, []).append(line)
        return {code: self._ground(code, lines) for code, lines in judged.items()}

    def _ground(self, code: str, lines: list[Condition]) -> str:
        # Of a list only the members or trials of which the conditions speak.
        book, given = self.patient.book, self.patient.state(code).value
        if isinstance(given, Members):
            wanted = frozenset().union(*(line.values for line in lines))
            return wording.present(book, book.facts[code], given.present & wanted)
        if isinstance(given, tuple):
            return wording.trials(book, [trial for trial in given if any(line.concerns(trial) for line in lines)])
        return self.state(code)
