"""The hunt: every mutant of a rulebook shown to the cases that could notice it, until one does."""

import re
from collections.abc import Iterable
from enum import StrEnum

from .. import case as worked
from .. import patient, soundness
from ..compilation import Compiled, compiled
from ..population import Op, Population
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
    """A case that fails before any mistake is planted, so that it would seem to notice everything."""


class Hunt:
    """A rulebook's mutants, the cases that could notice each, and whether one does.

    Its two steps, for every case and then for every mutant, may each be done in any order and by several workers.
    """

    def __init__(self, book: Compiled) -> None:
        self.mutants = mutants(book)
        self.cases = book.rulebook.cases
        self._book = book
        self._reach = Reach(book.rulebook)
        self._probes = Probes(book, self.mutants)
        self._said = [frozenset(WORDS.findall(case.expects)) for case in self.cases]

    def fates(self) -> list[Fate]:
        """Try every mutant, one after the other. Raises Failing where a case fails already."""
        suspects = self.gathered(self.suspects(at) for at in range(len(self.cases)))
        return [self.fate(number, cases) for number, cases in enumerate(suspects)]

    def suspects(self, at: int) -> list[int]:
        """List the mutants, by number, that one case could notice. Raises Failing where it fails already."""
        case, book = self.cases[at], self._probes.book
        failures = worked.run(self._book, case)
        if failures:
            raise Failing("\n".join(failures))
        try:
            return self._probes.suspects(patient.parse(book, worked.answered(book, case)))
        except patient.Refused:
            # Answers that are refused say nothing of a treatment, but any group could be why.
            return [number for number, mutant in enumerate(self.mutants) if mutant.section in GROUPED]

    def gathered(self, suspects: Iterable[Iterable[int]]) -> list[list[int]]:
        """Turn round what each case could notice: for every mutant the cases that could."""
        found: list[list[int]] = [[] for _ in self.mutants]
        for at, numbers in enumerate(suspects):
            for number in numbers:
                found[number].append(at)
        return found

    def fate(self, number: int, cases: Iterable[int]) -> Fate:
        """Try one mutant on the cases that could notice it: caught where one fails, likely ones first."""
        mutant = self.mutants[number]
        if self._reach.misses(mutant):
            return Fate.UNREACHED
        rulebook = applied(self._book.rulebook, mutant)
        if refusable(mutant) and soundness.faults(rulebook):
            return Fate.REFUSED
        words = self._reach.words(mutant)
        likely = sorted(cases, key=lambda at: -len(words & self._said[at]))
        mistaken = compiled(rulebook) if likely else self._book
        caught = any(worked.run(mistaken, self.cases[at]) for at in likely)
        return Fate.CAUGHT if caught else Fate.SURVIVED


def refusable(mutant: Mutant) -> bool:
    """Say whether a mutant could make its rulebook unsound: only a band, an amount, or a count beyond its list can.

    Everything else that is planted drops a row that no other names, or exchanges a value for one that is as allowed.
    """
    groups = [row for _, row in mutant.rows if isinstance(row, Population)]
    counted = any(line.op is Op.AT_LEAST for group in groups for line in group.lines)
    return counted or mutant.section in ("dose_ranges", "drug_classes")
