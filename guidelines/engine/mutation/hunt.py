"""The hunt: every mutant of a rulebook shown to the cases that could notice it, until one does."""

import re
from enum import StrEnum

from .. import case as worked
from .. import patient, soundness
from ..compilation import Compiled, compiled
from ..rulebook import Case
from .mutant import Mutant, applied
from .planting import mutants
from .probing import Probes
from .reach import Reach


WORDS = re.compile(r"\w+")
GROUPED = ("populations", "drug_classes", "treatments", "impossible")


class Fate(StrEnum):
    """What became of a mutant."""

    CAUGHT = "caught"
    SURVIVED = "survived"
    REFUSED = "refused"
    UNREACHED = "unreached"


class Failing(ValueError):
    """Cases that fail before any mistake is planted; `failures` lists the promises that do not hold."""

    def __init__(self, failures: list[str]) -> None:
        super().__init__("\n".join(failures))
        self.failures = failures


class Hunt:
    """A rulebook's mutants and the cases that could notice each.

    Raises Failing where a case fails already, since it would seem to notice everything.
    """

    def __init__(self, book: Compiled) -> None:
        cases = book.rulebook.cases
        failures = [said for case in cases for said in worked.run(book, case)]
        if failures:
            raise Failing(failures)
        self.mutants = mutants(book)
        self._book = book
        self._reach = Reach(book.rulebook)
        self._said = [frozenset(WORDS.findall(case.expects)) for case in cases]
        self._suspects = self._suspected()

    def fate(self, number: int) -> Fate:
        """Try one mutant, by its place in the list: caught where some case fails on it."""
        mutant = self.mutants[number]
        if self._reach.misses(mutant):
            return Fate.UNREACHED
        rulebook = applied(self._book.rulebook, mutant)
        if soundness.faults(rulebook):
            return Fate.REFUSED
        cases = self._likely_first(mutant, self._suspects[number])
        mistaken = compiled(rulebook) if cases else self._book
        return Fate.CAUGHT if any(worked.run(mistaken, case) for case in cases) else Fate.SURVIVED

    def _suspected(self) -> list[list[int]]:
        """List for every mutant the cases that could notice it; answers that are refused could notice any group."""
        found: list[list[int]] = [[] for _ in self.mutants]
        probes = Probes(self._book, self.mutants)
        grouped = [number for number, mutant in enumerate(self.mutants) if mutant.section in GROUPED]
        for at, case in enumerate(self._book.rulebook.cases):
            try:
                suspects = probes.suspects(patient.parse(probes.book, worked.answered(probes.book, case)))
            except patient.Refused:
                suspects = grouped
            for number in suspects:
                found[number].append(at)
        return found

    def _likely_first(self, mutant: Mutant, suspects: list[int]) -> list[Case]:
        """Order cases by how much they promise of what the mutant is about."""
        words = self._reach.words(mutant)
        return [self._book.rulebook.cases[at] for at in sorted(suspects, key=lambda at: -len(words & self._said[at]))]
