"""Probing: every changed population beside its original in one rulebook, to find the cases that could notice a mutant.

Judging a population is far quicker than advising a patient. A case in which no population that a mutant changes is
judged otherwise, and no rule that it changes may hold, gets the same advice from both rulebooks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..audience import audience
from ..compilation import Compiled, compiled
from ..dose import DoseRange
from ..patient import Patient
from ..population import Join, Line, Op, Population
from ..rulebook import Impossible
from ..treatment import DrugClass, Treatment
from ..truth import NO, UNKNOWN
from .mutant import Mutant, Row


EVERYBODY = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """By what a mutant may show: populations judged otherwise than their originals, or populations not ruled out."""

    changed: tuple[tuple[str, str], ...] = ()
    asked: tuple[str, ...] = ()


class Probes:
    """A rulebook that also holds what every mutant changes, as populations with codes of their own."""

    def __init__(self, book: Compiled, mutants: Iterable[Mutant]) -> None:
        self._rulebook = book.rulebook
        self._groups: dict[str, Population] = {}
        self._classes: list[DrugClass] = []
        self._traces = [self._trace(mutant, f"~{number}") for number, mutant in enumerate(mutants)]
        self._asked = frozenset(code for trace in self._traces for code in trace.asked)
        groups = (*self._rulebook.populations, *self._groups.values())
        classes = (*self._rulebook.drug_classes, *self._classes)
        self.book = compiled(replace(self._rulebook, populations=groups, drug_classes=classes))

    def suspects(self, person: Patient) -> list[int]:
        """List the numbers of the mutants that could change the advice to a patient read with the probing rulebook."""
        people = [person, *_otherwise(person)]
        possible = {code for code in self._asked if code == EVERYBODY or _possible(people, code)}
        return [
            number
            for number, trace in enumerate(self._traces)
            if not possible.isdisjoint(trace.asked)
            or any(_differs(one, *pair) for pair in trace.changed for one in people)
        ]

    def _trace(self, mutant: Mutant, mark: str) -> Trace:
        before: dict[str, Row] = {row.code: row for row in getattr(self._rulebook, mutant.section)}
        traces = [self._of(before[code], row, mark) for code, row in mutant.rows]
        changed = tuple(pair for trace in traces for pair in trace.changed)
        return Trace(changed, tuple(code for trace in traces for code in trace.asked))

    def _of(self, before: Row, after: Row | None, mark: str) -> Trace:
        if isinstance(before, Population):
            return Trace(changed=((before.code, self._add(after if isinstance(after, Population) else before, mark)),))
        if isinstance(before, DrugClass):
            return self._of_class(before, after if isinstance(after, DrugClass) else before, mark)
        if isinstance(before, Treatment):
            return Trace(asked=self._who_tried(before))
        if isinstance(before, DoseRange):
            return Trace(asked=tuple(self._of_doses(before, after, mark)))
        # What is impossible concerns only answers that are refused, and those are no patient.
        return Trace() if isinstance(before, Impossible) else Trace(asked=(before.population,))

    def _add(self, group: Population, mark: str) -> str:
        code = f"{group.code}{mark}"
        self._groups[code] = replace(group, code=code)
        return code

    def _of_class(self, before: DrugClass, after: DrugClass, mark: str) -> Trace:
        code = f"{before.code}{mark}"
        self._classes.append(replace(after, code=code))
        changed = []
        for group in self._rulebook.populations:
            lines = tuple(_renamed(line, before.code, code) for line in group.lines)
            if lines != group.lines:
                changed.append((group.code, self._add(replace(group, lines=lines), mark)))
        ruled = (rule for rule in self._rulebook.contraindications if before.code in rule.drug_classes)
        return Trace(tuple(changed), tuple(rule.population for rule in ruled))

    def _who_tried(self, treatment: Treatment) -> tuple[str, ...]:
        facts = dict.fromkeys(
            line.fact for group in self._rulebook.populations for line in group.lines if line.op is Op.FAILED
        )
        lines = tuple(Line(fact, Op.TRIED, values=(treatment.code,)) for fact in facts)
        return (self._add(Population(f"tried {treatment.code}", "", Join.ANY, lines), "~"),) if lines else ()

    def _of_doses(self, before: DoseRange, after: Row | None, mark: str) -> Iterator[str]:
        """Yield for whom a dose range holds, and where the mutant changes that, for whom it holds then."""
        yield self._for_whom(before, "~")
        if isinstance(after, DoseRange) and audience(after, "") != audience(before, ""):
            yield self._for_whom(after, mark)

    def _for_whom(self, row: DoseRange, mark: str) -> str:
        """Say by its code for whom a dose range may hold."""
        groups = audience(row, f"{row.code}{mark}")
        self._groups |= {group.code: group for group in groups}
        return groups[0].code if groups else EVERYBODY


def _renamed(line: Line, code: str, other: str) -> Line:
    def named(values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(other if value == code else value for value in values)

    return replace(line, values=named(line.values), besides=named(line.besides))


def _otherwise(person: Patient) -> Iterator[Patient]:
    """Give the same person by every other method of every fact that is worked out (sensitivity)."""
    for fact in person.book.rulebook.facts:
        state = person.state(fact.code)
        yield from (person.by(fact.code, method) for method in state.variants if method != state.method)


def _possible(people: Iterable[Patient], code: str) -> bool:
    return any(person.judgement.population(code) is not NO for person in people)


def _differs(person: Patient, before: str, after: str) -> bool:
    judgement, criteria = person.judgement, person.book.criteria
    if judgement.population(before) is not judgement.population(after):
        return True
    unknown = judgement.population(before) is UNKNOWN
    return unknown and judgement.open_facts(criteria[before]) != judgement.open_facts(criteria[after])
