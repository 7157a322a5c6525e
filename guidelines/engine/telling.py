"""Telling: one patient's advice being told, each fact put in words once and every source noted as it is read."""

from collections.abc import Iterable
from itertools import chain

from . import citation, wording
from .canonical import Plain
from .condition import Condition
from .dosing import JURISDICTION
from .fact import Members
from .patient import Patient
from .plate import Plate, Table
from .reason import Reason
from .truth import YES


class Telling:
    """Puts one patient's facts in words, and keeps the sources cited so far in reading order."""

    def __init__(self, patient: Patient) -> None:
        chosen = patient.state(JURISDICTION).value
        self.patient = patient
        self.jurisdiction = chosen if isinstance(chosen, str) else None
        self._cited: list[tuple[str, ...]] = []
        self._states: dict[str, str] = {}
        self._grounds: dict[tuple[str, ...], Table] = {}

    def cited(self, sources: tuple[str, ...]) -> list[Plain]:
        """Tell sources, and note them as cited here."""
        self._cited.append(sources)
        return list(sources)

    def shown(self, plates: Iterable[Plate]) -> list[Plain]:
        """Tell what of an edition concerns this patient: what names no population, or one that holds."""
        judge, here = self.patient.judgement.population, list[Plain]()
        for plate in plates:
            if not plate.population or judge(plate.population) is YES:
                self._cited.append(plate.sources)
                here.append(plate.table)
        return here

    def reason(self, reason: Reason) -> Table:
        """Tell a reason, with what of this patient made it so."""
        self._cited.append(reason.sources)
        told = reason.table.copy()
        told["facts"] = self.grounds(reason.populations)
        return told

    def references(self) -> list[Plain]:
        """List the references cited so far, numbered in the order of first use."""
        return citation.numbered(chain.from_iterable(self._cited), self.patient.book.plates.references)

    def state(self, code: str) -> str:
        """Say what is known of a fact, or why it is not."""
        said = self._states.get(code)
        if said is None:
            book = self.patient.book
            said = self._states[code] = wording.state(book, book.facts[code], self.patient.state(code))
        return said

    def grounds(self, populations: tuple[str, ...]) -> Table:
        """Say what of this patient made populations what they are, fact by fact."""
        told = self._grounds.get(populations)
        if told is None:
            told = self._grounds[populations] = {}
            lines, listed = self.patient.judgement.grounds(*populations), self.patient.book.listed
            for line in lines:
                for code in line.facts:
                    if code not in told:
                        told[code] = self._listed(code, lines) if code in listed else self.state(code)
        return told

    def _listed(self, code: str, lines: Iterable[Condition]) -> str:
        # Of a list only the members or trials of which the conditions speak.
        book, given = self.patient.book, self.patient.state(code).value
        own = [line for line in lines if code in line.facts]
        if isinstance(given, Members):
            wanted = frozenset().union(*[line.values for line in own])
            return wording.present(book, book.facts[code], given.present & wanted)
        if isinstance(given, tuple):
            return wording.trials(book, [trial for trial in given if any(line.concerns(trial) for line in own)])
        return self.state(code)
