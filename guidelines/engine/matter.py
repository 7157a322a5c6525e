"""Matters: what the answer to an open fact could still decide, so that a question can say why it is asked, and whether it must be."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from . import dosing, sensitivity
from .compilation import Compiled, Rules
from .dosing import JURISDICTION
from .patient import Patient
from .rulebook import Contraindication, Effect, Severity
from .truth import NO, YES, Truth, both


class Kind(StrEnum):
    """The kinds of matter, the gravest first."""

    ALERT = "alert"
    PLACE = "place"
    EXCLUSION = "exclusion"
    DOSE = "dose"
    CAUTION = "caution"
    MONITORING = "monitoring"
    EFFECT = "effect"
    STATEMENT = "statement"
    DISAGREEMENT = "disagreement"


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that is not decided yet: `code` names the alert, statement or disagreement, else the treatment."""

    kind: Kind
    code: str


def matters(book: Compiled, patient: Patient) -> Mapping[str, frozenset[Matter]]:
    """Say of each fact that could still change what is advised what it could decide; of no fact once an alert stops it.

    Treatments that are out for good are left aside: without any place here, or excluded already. No answer brings them
    back, so what only they hang on could add reasons against them and nothing else.
    """
    judge = patient.judgement.population
    if any(alert.effect is Effect.STOP and judge(alert.population) is YES for alert in book.rulebook.alerts):
        return {}
    live = [rules for rules in book.rules if not _is_out(patient, rules)]
    others = (patient.by(fact, method) for fact, method in sensitivity.others(patient))
    found: dict[str, set[Matter]] = {}
    for person in (patient, *others):
        for matter, facts in _undecided(person, live):
            for fact in facts:
                found.setdefault(fact, set()).add(matter)
    return {fact: frozenset(decides) for fact, decides in found.items()}


def _is_out(patient: Patient, rules: Rules) -> bool:
    judge = patient.judgement.population
    if all(judge(option.population) is NO for option in rules.options):
        return True
    barring = (rule for rule in rules.contraindications if rule.severity is not Severity.CAUTION)
    return any(both(_speaks(patient, rule), judge(rule.population)) is YES for rule in barring)


def _undecided(patient: Patient, live: Iterable[Rules]) -> Iterator[tuple[Matter, frozenset[str]]]:
    content = patient.book.rulebook
    for alert in content.alerts:
        yield Matter(Kind.ALERT, alert.code), _open(patient, alert.population)
    for said in content.statements:
        yield Matter(Kind.STATEMENT, said.code), _open(patient, said.population)
    for one in content.disagreements:
        yield Matter(Kind.DISAGREEMENT, one.code), _open(patient, one.population)
    for rules in live:
        yield from _of_treatment(patient, rules)


def _of_treatment(patient: Patient, rules: Rules) -> Iterator[tuple[Matter, frozenset[str]]]:
    code = rules.treatment.code
    for option in rules.options:
        yield Matter(Kind.PLACE, code), _open(patient, option.population)
    for rule in rules.contraindications:
        kind = Kind.CAUTION if rule.severity is Severity.CAUTION else Kind.EXCLUSION
        yield Matter(kind, code), _of_rule(patient, rule)
    # A dose says under whose labels it is given.
    where = frozenset({JURISDICTION}) if patient.state(JURISDICTION).value is None else frozenset()
    yield Matter(Kind.DOSE, code), dosing.dose(patient, rules.doses).open | where
    for plate in rules.monitoring:
        yield Matter(Kind.MONITORING, code), _open(patient, plate.population)
    for plate in rules.effects:
        yield Matter(Kind.EFFECT, code), _open(patient, plate.population)


def _of_rule(patient: Patient, rule: Contraindication) -> frozenset[str]:
    return frozenset() if _speaks(patient, rule) is NO else _open(patient, rule.population)


def _speaks(patient: Patient, rule: Contraindication) -> Truth:
    return dosing.said_for(patient, rule.jurisdictions)


def _open(patient: Patient, population: str) -> frozenset[str]:
    return patient.judgement.open_facts(patient.book.criteria[population]) if population else frozenset()
