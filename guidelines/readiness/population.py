"""Rules on populations and facts: each can be true and can be false, and what is asked is used and what is used is asked."""

from collections.abc import Iterable, Iterator

from guidelines.engine.dosing import JURISDICTION
from guidelines.engine.rulebook import Rulebook

from .inspection import Inspection
from .rule import Breach, Rule, breach


FOR_A_POPULATION = (
    "options",
    "contraindications",
    "alerts",
    "impossible",
    "effects",
    "monitoring",
    "statements",
    "disagreements",
)
"""Sections whose rows are for a population, or shown only to one."""


class PopulationNeverTrue(Rule):
    """Takes in nobody: its lines contradict one another."""

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every population no patient can be in, but for those that say what is impossible."""
        impossible = {one.population for one in seen.rulebook.impossible}
        for group in seen.rulebook.populations:
            place = f"populations[{group.code}]"
            if group.code not in impossible and seen.nobody(place, [seen.space.population(group.code)]):
                yield breach(place)


class PopulationAlwaysTrue(Rule):
    """Takes in everybody, and so tells nobody apart. Where a rule is for everybody, let its condition say of whom."""

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every population that every patient is in."""
        for group in seen.rulebook.populations:
            place = f"populations[{group.code}]"
            if seen.nobody(place, [seen.space.population(group.code, holds=False)]):
                yield breach(place)


class FactUnused(Rule):
    """Is asked, and nothing depends on the answer. Use it in a rule, or stop asking."""

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every question whose answer no rule, dose or formula reads, however indirectly."""
        used = _used(seen.rulebook)
        for fact in seen.rulebook.facts:
            if not fact.formula and fact.code not in used:
                yield breach(f"facts[{fact.code}]")


class FactNeverAsked(Rule):
    """Is used, and never asked: nobody whom this guideline advises is among those it is asked of, {population}."""

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every used fact whose guard holds for nobody, or only where an alert stops the advice."""
        used = _used(seen.rulebook)
        for fact in seen.rulebook.facts:
            place = f"facts[{fact.code}]"
            if fact.asked_of and fact.code in used:
                asked = seen.space.population(fact.asked_of)
                if seen.nobody(place, [asked, *seen.admitted]):
                    yield breach(place, population=fact.asked_of)


def _used(rulebook: Rulebook) -> set[str]:
    """Follow rules to their populations, populations to facts and populations, and facts to guards and inputs."""
    groups = {group.code: group for group in rulebook.populations}
    facts = {fact.code: fact for fact in rulebook.facts}
    used, seen = {JURISDICTION}, set[str]()
    waiting = [("population", code) for code in _asked_for(rulebook)]
    waiting += [("fact", row.band.fact) for row in rulebook.dose_ranges if row.band]
    waiting += [("fact", fact.code) for fact in rulebook.facts if fact.formula]
    while waiting:
        kind, code = waiting.pop()
        if kind == "fact" and code not in used:
            used.add(code)
            waiting += [("population", facts[code].asked_of)] if facts[code].asked_of else []
            waiting += [("fact", part.fact) for part in facts[code].inputs]
        elif kind == "population" and code not in seen:
            seen.add(code)
            for line in groups[code].lines:
                waiting += [("population", line.population)] if line.population else []
                waiting += [("fact", fact) for fact in line.facts]
    return used


def _asked_for(rulebook: Rulebook) -> Iterator[str]:
    """Yield the populations that anything in the guideline is for."""
    for row in rulebook.dose_ranges:
        yield from (code for code in (row.indication, row.population, row.or_population) if code)
    for section in FOR_A_POPULATION:
        yield from (row.population for row in getattr(rulebook, section) if row.population)


RULES = (PopulationNeverTrue, PopulationAlwaysTrue, FactUnused, FactNeverAsked)
