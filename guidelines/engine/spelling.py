"""Spelling: a rulebook's populations spelt out as criteria, classes as their members, trials with what makes them adequate."""

from collections.abc import Iterable

from .condition import Adequate, Condition
from .criterion import Criterion, Group, Named, Negation
from .population import Line, Op
from .rulebook import Rulebook


ON_TRIALS = frozenset({Op.FAILED, Op.NOT_TOLERATED, Op.PARTIAL, Op.RESPONDED, Op.TAKING, Op.TRIED})


class Spelling:
    """Spells the lines of one rulebook out."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._populations = rulebook.populations
        self._classes = {group.code: frozenset(group.members) for group in rulebook.drug_classes}
        self._treatments = rulebook.treatments
        self._adequate = {
            treatment.code: Adequate(treatment.adequate_dose, treatment.adequate_weeks)
            for treatment in rulebook.treatments
        }

    def criteria(self) -> Iterable[tuple[str, Criterion]]:
        """Give each population's code with its criterion."""
        for population in self._populations:
            parts = tuple(self._line(line) for line in population.lines)
            yield population.code, parts[0] if len(parts) == 1 else Group(population.join, parts)

    def _line(self, line: Line) -> Criterion:
        criterion: Criterion = Named(line.population) if line.population else self._condition(line)
        return Negation(criterion) if line.negated else criterion

    def _condition(self, line: Line) -> Condition:
        op = line.op or Op.YES
        if op in ON_TRIALS:
            return Condition(line.fact, op, values=self._of_treatments(line.values), adequate=self._adequate)
        if op is Op.AT_LEAST:
            return self._count(line)
        values = self._of_drugs(line.values) if op is Op.INCLUDES else frozenset(line.values)
        return Condition(line.fact, op, line.number or 0, values)

    def _count(self, line: Line) -> Condition:
        wanted = self._of_drugs(line.values) - self._of_drugs(line.besides)
        drugs = {t.code: t.drug for t in self._treatments if line.or_taking and t.drug in wanted}
        return Condition(
            line.fact,
            Op.AT_LEAST,
            line.number or 0,
            wanted,
            or_taking=line.or_taking,
            drugs=drugs,
            said=line.values,
            besides=line.besides,
        )

    def _of_drugs(self, codes: Iterable[str]) -> frozenset[str]:
        return frozenset().union(*(self._classes.get(code, {code}) for code in codes))

    def _of_treatments(self, codes: Iterable[str]) -> frozenset[str]:
        wanted = frozenset(codes)
        drugs = self._of_drugs(wanted)
        return frozenset(t.code for t in self._treatments if t.code in wanted or (t.drug and t.drug in drugs))
