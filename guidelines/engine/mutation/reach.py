"""Reach: what the advice asks for, so that a mistake which no advice could show is told from one that goes unnoticed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..population import Line, Population
from ..rulebook import Contraindication, Rulebook
from ..treatment import DrugClass
from .mutant import Mutant, Row


Words = frozenset[str]
"""Codes of rules, and of the treatments that they are about."""

Node = tuple[str, str]
"""A population or a fact: which of the two, and its code."""


class Reach:
    """Which rules each population of a rulebook has a say in, and what each rule is about."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._drugs = {treatment.code: treatment.drug for treatment in rulebook.treatments}
        self._members = {group.code: frozenset(group.members) for group in rulebook.drug_classes}
        self._users = self._spread()

    def misses(self, mutant: Mutant) -> bool:
        """Say whether no advice could show a mutant: nothing asks for what it changes, or the change changes nothing."""
        return all(self._idle(before, after) for before, after in self._pairs(mutant))

    def words(self, mutant: Mutant) -> Words:
        """Gather the codes that a case would name if it were about what a mutant changes."""
        return frozenset().union(*(self._about(before) for before, _ in self._pairs(mutant)))

    def _pairs(self, mutant: Mutant) -> list[tuple[Row, Row | None]]:
        before: Mapping[str, Row] = {row.code: row for row in getattr(self._rulebook, mutant.section)}
        return [(before[code], after) for code, after in mutant.rows]

    def _idle(self, before: Row, after: Row | None) -> bool:
        if isinstance(before, Population):
            return before.code not in self._users
        if isinstance(before, DrugClass) and isinstance(after, DrugClass):
            gone = set(before.members) - set(after.members)
            given = gone & set(self._drugs.values())
            ruled = [rule for rule in self._rulebook.contraindications if before.code in rule.drug_classes]
            return not (given and ruled) and not self._asked(before)
        if isinstance(before, Contraindication) and isinstance(after, Contraindication):
            concerned = self._concerned(before) == self._concerned(after)
            return concerned and before == replace(
                after, treatments=before.treatments, drug_classes=before.drug_classes
            )
        return False

    def _asked(self, group: DrugClass) -> list[str]:
        named = (p.code for p in self._rulebook.populations if any(_names(line, group.code) for line in p.lines))
        return [code for code in named if code in self._users]

    def _concerned(self, rule: Contraindication) -> frozenset[str]:
        drugs = frozenset().union(*(self._members[code] for code in rule.drug_classes))
        return frozenset(rule.treatments) | {code for code, drug in self._drugs.items() if drug and drug in drugs}

    def _about(self, row: Row) -> Words:
        if isinstance(row, Population):
            return self._users.get(row.code, frozenset()) | {row.code}
        if isinstance(row, DrugClass):
            return frozenset().union({row.code}, *(self._users[code] for code in self._asked(row)))
        if isinstance(row, Contraindication):
            return self._concerned(row) | {row.code}
        return frozenset({row.code, getattr(row, "treatment", row.code)})

    def _spread(self) -> Mapping[str, Words]:
        """Follow populations and facts from the rules that ask for them to everything that these rest on."""
        leads = dict(_leads(self._rulebook))
        found: dict[Node, set[str]] = {}
        waiting = [(node, words) for node, words in self._roots() if node[1]]
        while waiting:
            node, words = waiting.pop()
            known = found.setdefault(node, set())
            if not known or not words <= known:
                known |= words
                waiting += [(other, words) for other in leads[node]]
        return {code: frozenset(words) for (what, code), words in found.items() if what == "population"}

    def _roots(self) -> Iterator[tuple[Node, Words]]:
        """Yield what the advice asks for: the populations and bands of the rules, and every fact that is worked out."""
        content = self._rulebook
        rules: Iterable[Row] = (*content.contraindications, *content.options, *content.alerts, *content.impossible)
        for rule in rules:
            yield ("population", str(getattr(rule, "population", ""))), self._about(rule)
        for row in content.dose_ranges:
            named = (row.indication, row.population, row.or_population)
            yield from ((("population", code), self._about(row)) for code in named)
            yield ("fact", row.band.fact if row.band else ""), self._about(row)
        shown = [(effect.population, effect.code) for effect in content.effects]
        shown += [(watch.population, watch.code) for watch in content.monitoring]
        shown += [(statement.population, statement.code) for statement in content.statements]
        shown += [(one.population, one.code) for one in content.disagreements]
        yield from ((("population", population), frozenset({code})) for population, code in shown)
        yield from ((("fact", fact.code), frozenset({fact.code})) for fact in content.facts if fact.formula)


def _names(line: Line, code: str) -> bool:
    return code in line.values or code in line.besides


def _leads(rulebook: Rulebook) -> Iterator[tuple[Node, list[Node]]]:
    for group in rulebook.populations:
        named = [("population", line.population) for line in group.lines if line.population]
        yield ("population", group.code), [*named, *(("fact", code) for line in group.lines for code in line.facts)]
    for fact in rulebook.facts:
        guard = [("population", fact.asked_of)] if fact.asked_of else []
        yield ("fact", fact.code), [*guard, *(("fact", part.fact) for part in fact.inputs)]
