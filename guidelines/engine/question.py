"""Questions: which facts could still change the advice, so that no other needs to be asked."""

from collections.abc import Iterable

from . import dosing, sensitivity
from .compilation import Compiled, Rules
from .dosing import JURISDICTION
from .patient import Patient
from .rulebook import Effect
from .truth import NO, UNKNOWN, YES


def open_facts(book: Compiled, patient: Patient) -> frozenset[str]:
    """List the facts of which some answer could still change the advice; none once an alert stops all advice.

    What matters only by another method of a formula is asked too, because the advice speaks of it (sensitivity).
    """
    judge = patient.judgement.population
    if any(alert.effect is Effect.STOP and judge(alert.population) is YES for alert in book.rulebook.alerts):
        return frozenset()
    others = (patient.by(fact, method) for fact, method in sensitivity.others(patient))
    where = frozenset({JURISDICTION}) if patient.state(JURISDICTION).value is None else frozenset()
    return where.union(*(_of(book, person) for person in (patient, *others)))


def _of(book: Compiled, patient: Patient) -> frozenset[str]:
    named = (_of_population(patient, code) for code in _populations(book))
    return frozenset().union(*named, *(_of_rules(patient, rules) for rules in book.rules))


def _populations(book: Compiled) -> Iterable[str]:
    content = book.rulebook
    used = [alert.population for alert in content.alerts]
    used += [rule.population for rule in content.contraindications]
    used += [option.population for option in content.options]
    used += [effect.population for effect in content.effects]
    used += [watch.population for watch in content.monitoring]
    used += [statement.population for statement in content.statements]
    used += [one.population for one in content.disagreements]
    used += [one.population for one in content.impossible]
    return dict.fromkeys(code for code in used if code)


def _of_population(patient: Patient, code: str) -> frozenset[str]:
    if patient.judgement.population(code) is not UNKNOWN:
        return frozenset()
    return patient.judgement.open_facts(patient.book.criteria[code])


def _of_rules(patient: Patient, rules: Rules) -> frozenset[str]:
    if all(patient.judgement.population(option.population) is NO for option in rules.options):
        return frozenset()
    return dosing.dose(patient, rules.doses).open
