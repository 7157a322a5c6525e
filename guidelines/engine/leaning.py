"""Leaning: what hangs on each derived fact, so that another value of it has only that judged again."""

from collections.abc import Iterable, Mapping

from .population import Op
from .rulebook import Contraindication, Rulebook
from .soundness import JURISDICTIONS


Swayed = Mapping[str, tuple[Contraindication, ...]]
"""Treatments, each with those of its contraindications that hang on a fact."""


def bounds(rulebook: Rulebook) -> dict[str, tuple[float, ...]]:
    """List for each fact the numbers with which populations and dose bands compare it, in order."""
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


def leaning(rulebook: Rulebook) -> dict[str, frozenset[str]]:
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


def swayed(
    rulebook: Rulebook, concerned: Mapping[str, Iterable[str]], leaning: Mapping[str, frozenset[str]]
) -> dict[str, Swayed]:
    """Find for each derived fact the treatments in whose place, exclusion or dose it has a say, and those exclusions."""
    named: list[tuple[str, set[str], Contraindication | None]] = []
    for option in rulebook.options:
        named.append((option.treatment, {option.population}, None))
    for rule in rulebook.contraindications:
        reads = {rule.population, JURISDICTIONS if rule.jurisdictions else ""}
        named += [(treatment, reads, rule) for treatment in concerned[rule.code]]
    for dose in rulebook.dose_ranges:
        reads = {dose.indication, dose.population, dose.or_population, dose.band.fact if dose.band else ""}
        named.append((dose.treatment, reads | {JURISDICTIONS if dose.jurisdictions else ""}, None))
    return {fact: _leaning_on(touched, named) for fact, touched in leaning.items()}


def _leaning_on(touched: frozenset[str], named: list[tuple[str, set[str], Contraindication | None]]) -> Swayed:
    found: dict[str, list[Contraindication]] = {}
    for treatment, reads, rule in named:
        if reads & touched:
            found.setdefault(treatment, []).extend([rule] if rule else [])
    return {treatment: tuple(rules) for treatment, rules in found.items()}
