"""Rehearsals: a rulebook's worked patients advised by the engine, each held against the advice it must give."""

from dataclasses import dataclass

from guidelines.engine import case as worked
from guidelines.engine.compilation import compiled
from guidelines.engine.rulebook import Case, Rulebook


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """One case and every promise of it that does not hold."""

    case: Case
    failures: tuple[str, ...]


def rehearse(rulebook: Rulebook) -> list[Rehearsed]:
    """Advise the patient of every case and return what was found, in the order of the cases."""
    book = compiled(rulebook)
    return [Rehearsed(case, tuple(worked.run(book, case))) for case in rulebook.cases]


def failures(rulebook: Rulebook) -> list[str]:
    """Return every promise that does not hold, a sentence each; none means that all cases pass."""
    return [failure for rehearsed in rehearse(rulebook) for failure in rehearsed.failures]
