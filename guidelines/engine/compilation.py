"""Compilation: a rulebook made ready to be asked; done once per edition and process, never per patient."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .condition import Adequate, Condition
from .criterion import Criterion, Group, Named, Negation
from .dose import Axis, DoseRange
from .evidence import EffectEstimate
from .fact import Fact, Kind
from .population import Line, Op
from .rulebook import Contraindication, Option, Rulebook
from .treatment import Monitoring, Treatment


AXES = tuple(Axis)
ON_TRIALS = frozenset({Op.FAILED, Op.NOT_TOLERATED, Op.PARTIAL, Op.RESPONDED, Op.TAKING, Op.TRIED})


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything a rulebook says of one treatment."""

    treatment: Treatment
    options: tuple[Option, ...]
    contraindications: tuple[Contraindication, ...]
    doses: tuple[DoseRange, ...]
    effects: tuple[EffectEstimate, ...]
    monitoring: tuple[Monitoring, ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rulebook with its codes looked up: facts, members a list may name, criteria, and the rules of each treatment."""

    rulebook: Rulebook
    facts: Mapping[str, Fact]
    members: Mapping[str, Mapping[str, str]]
    criteria: Mapping[str, Criterion]
    rules: tuple[Rules, ...]
    names: Mapping[str, str]
    titles: Mapping[str, str]
    bounds: Mapping[str, tuple[float, ...]]
    leaning: Mapping[str, frozenset[str]]


def compiled(rulebook: Rulebook) -> Compiled:
    """Look up every code of a sound rulebook. Raises KeyError on one that soundness would have refused."""
    facts = {fact.code: fact for fact in rulebook.facts}
    names = {drug.code: drug.name for drug in rulebook.drugs}
    criteria = {code: criterion for code, criterion in Spelling(rulebook).criteria()}
    rules = tuple(_rules(rulebook, treatment) for treatment in rulebook.treatments)
    members = {fact.code: _members(fact, names) for fact in rulebook.facts if fact.kind is Kind.MEMBERS}
    titles = {population.code: population.name for population in rulebook.populations}
    return Compiled(rulebook, facts, members, criteria, rules, names, titles, _bounds(rulebook), _leaning(rulebook))


class Spelling:
    """Spells a rulebook's populations out as criteria: classes as their members, trials with what makes them adequate."""

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


def _rules(rulebook: Rulebook, treatment: Treatment) -> Rules:
    classes = {group.code for group in rulebook.drug_classes if treatment.drug and treatment.drug in group.members}

    def concerns(rule: Contraindication | EffectEstimate | Monitoring) -> bool:
        return treatment.code in rule.treatments or bool(classes & set(rule.drug_classes))

    return Rules(
        treatment,
        tuple(option for option in rulebook.options if option.treatment == treatment.code),
        tuple(rule for rule in rulebook.contraindications if concerns(rule)),
        tuple(
            sorted((d for d in rulebook.dose_ranges if d.treatment == treatment.code), key=lambda d: AXES.index(d.axis))
        ),
        tuple(effect for effect in rulebook.effects if concerns(effect)),
        tuple(rule for rule in rulebook.monitoring if concerns(rule)),
    )


def _members(fact: Fact, drugs: Mapping[str, str]) -> dict[str, str]:
    own = {member.code: member.text for member in fact.members}
    return own | dict(drugs) if fact.drugs else own


def _bounds(rulebook: Rulebook) -> dict[str, tuple[float, ...]]:
    found: dict[str, set[float]] = {}
    for population in rulebook.populations:
        for line in population.lines:
            if line.number is not None and line.op is not Op.AT_LEAST:
                found.setdefault(line.fact, set()).add(line.number)
    for dose in rulebook.dose_ranges:
        if dose.band:
            edges = {edge for edge in (dose.band.low, dose.band.high) if edge is not None}
            found.setdefault(dose.band.fact, set()).update(edges)
    return {fact: tuple(sorted(edges)) for fact, edges in found.items()}


def _leaning(rulebook: Rulebook) -> dict[str, frozenset[str]]:
    """Find for each derived fact the populations and derived facts that it has a say in, however indirectly."""
    reads = {
        p.code: {code for line in p.lines for code in (*line.facts, line.population)} for p in rulebook.populations
    }
    guarded = {fact.code: fact.asked_of for fact in rulebook.facts if fact.asked_of}
    worked = {fact.code: {part.fact for part in fact.inputs} for fact in rulebook.facts if fact.formula}
    return {fact: _reached(fact, {**reads, **worked}, guarded) for fact in worked}


def _reached(fact: str, reads: Mapping[str, set[str]], guarded: Mapping[str, str]) -> frozenset[str]:
    found = {fact}
    while True:
        open_to = found | {code for code, guard in guarded.items() if guard in found}
        more = {code for code, named in reads.items() if named & open_to} | open_to
        if more == found:
            return frozenset(found)
        found = more
