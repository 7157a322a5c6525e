"""The verdict: offer, caution, check, exclude or not indicated for one treatment, with every reason."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from . import dosing, truth, wording
from .compilation import Rules
from .condition import Condition
from .dosing import Dose, Dosing
from .patient import Patient
from .reason import Kind, Reason
from .rulebook import Contraindication, Option, Severity
from .truth import UNKNOWN, YES, Truth


class Verdict(StrEnum):
    """What is advised of a treatment."""

    OFFER = "offer"
    CAUTION = "caution"
    CHECK = "check"
    EXCLUDE = "exclude"
    NOT_INDICATED = "not_indicated"


@dataclass(frozen=True, slots=True)
class Considered:
    """One treatment weighed for one patient."""

    rules: Rules
    verdict: Verdict
    option: Option | None
    reasons: tuple[Reason, ...]
    doses: tuple[Dose, ...]
    lacking: frozenset[str]


NOT_HERE = "not_in_guideline"
EDITION = "edition"


def consider(patient: Patient, rules: Rules) -> Considered:
    """Weigh one treatment for one patient.

    exclude if any exclusion is yes; else not indicated if no option's population is yes or unknown; else check if an
    exclusion, the option's population or the dose is unknown; else caution if a caution is yes; else offer.
    """
    judged = [(rule, _truth(patient, rule)) for rule in rules.contraindications]
    option, place = _place(patient, rules.options)
    given = dosing.dose(patient, rules.doses)
    against = [_against(patient, rule) for rule, found in judged if found is YES]
    unknown = [_unsettled(patient, rule) for rule, found in judged if found is UNKNOWN]
    waiting = [reason for reason in unknown if reason.severity != Severity.CAUTION]
    excluded = any(reason.severity != Severity.CAUTION for reason in against)
    # What is excluded needs no second reason for not standing here.
    places = [] if excluded and option is None else _places(patient, rules, option, place)
    if not excluded and option is not None:
        waiting += [*_dose_unknown(patient, given), *(reason for reason in places if reason.kind is Kind.UNKNOWN)]
    verdict = _judge(excluded=excluded, placed=option is not None, waiting=bool(waiting), cautioned=bool(against))
    lacking = frozenset().union(*(reason.open for reason in waiting)) if verdict is Verdict.CHECK else frozenset()
    reasons = {id(reason): reason for reason in (*against, *places, *waiting, *unknown)}
    return Considered(rules, verdict, option, (*reasons.values(),), () if excluded else given.doses, lacking)


def _judge(*, excluded: bool, placed: bool, waiting: bool, cautioned: bool) -> Verdict:
    if excluded:
        return Verdict.EXCLUDE
    if not placed:
        return Verdict.NOT_INDICATED
    if waiting:
        return Verdict.CHECK
    return Verdict.CAUTION if cautioned else Verdict.OFFER


def held_back(considered: Considered, reason: Reason) -> Considered:
    """Turn an offer or a caution into a check for a reason that only another method of a formula gives."""
    verdict = considered.verdict
    if verdict in (Verdict.OFFER, Verdict.CAUTION):
        verdict = Verdict.CHECK
    reasons, lacking = (*considered.reasons, reason), considered.lacking | reason.open
    return replace(considered, verdict=verdict, reasons=reasons, lacking=lacking)


def stopped(considered: Considered, reasons: Iterable[Reason]) -> Considered:
    """Exclude a treatment because an alert stops all advice."""
    against = [reason for reason in considered.reasons if reason.kind is Kind.AGAINST]
    return replace(
        considered, verdict=Verdict.EXCLUDE, reasons=(*reasons, *against), doses=(), lacking=frozenset(), option=None
    )


def _truth(patient: Patient, rule: Contraindication) -> Truth:
    if not rule.jurisdictions:
        return patient.judgement.population(rule.population)
    said = dosing.said_for(patient, rule.jurisdictions)
    return said if said is truth.NO else truth.all_of((said, patient.judgement.population(rule.population)))


def _against(patient: Patient, rule: Contraindication) -> Reason:
    grounds = patient.judgement.grounds_of(rule.population)
    return Reason(Kind.AGAINST, rule.severity, rule.code, rule.reason, rule.sources, rule.action, grounds)


def _unsettled(patient: Patient, rule: Contraindication) -> Reason:
    open_facts = patient.judgement.open_facts(patient.book.criteria[rule.population])
    if dosing.said_for(patient, rule.jurisdictions) is UNKNOWN:
        open_facts |= {dosing.JURISDICTION}
    grounds = patient.judgement.grounds_of(rule.population)
    return Reason(Kind.UNKNOWN, rule.severity, rule.code, rule.reason, rule.sources, rule.action, grounds, open_facts)


def _place(patient: Patient, options: tuple[Option, ...]) -> tuple[Option | None, Truth]:
    """Take the first option that holds or may; a "may" is passed over for one that holds and stands no higher.

    So an open question never promotes a treatment, and does not hold one back that has its place anyway.
    """
    judged = [(option, patient.judgement.population(option.population)) for option in options]
    held = next((option for option, found in judged if found is YES), None)
    for option, found in judged:
        if found is YES:
            return option, YES
        if found is UNKNOWN and (held is None or (option.line, option.rank) > (held.line, held.rank)):
            return option, UNKNOWN
    return None, truth.NO


def _places(patient: Patient, rules: Rules, option: Option | None, place: Truth) -> list[Reason]:
    if option is None:
        placed = [patient.book.titles[other.population] for other in rules.options]
        where = f"It has a place here only for: {'; '.join(dict.fromkeys(placed))}." if placed else ""
        text = f"Not in this guideline for this problem. {where}".strip()
        return [Reason(Kind.AGAINST, "", NOT_HERE, text, (EDITION,), grounds=_missed(patient, rules))]
    criterion = patient.book.criteria[option.population]
    grounds = patient.judgement.grounds(criterion)
    text = f"Line {option.line} for {patient.book.titles[option.population]}. {option.note}".strip()
    if place is YES:
        return [Reason(Kind.FOR, "indication", option.code, text, option.sources, grounds=grounds)]
    return [
        Reason(
            Kind.UNKNOWN,
            "indication",
            option.code,
            f"Whether it has a place is not known yet. {text}",
            option.sources,
            grounds=grounds,
            open=patient.judgement.open_facts(criterion),
        )
    ]


def _missed(patient: Patient, rules: Rules) -> tuple[Condition, ...]:
    found = [patient.judgement.grounds_of(option.population) for option in rules.options]
    return tuple({id(condition): condition for grounds in found for condition in grounds}.values())


def _dose_unknown(patient: Patient, given: Dosing) -> list[Reason]:
    if not given.unknown:
        return []
    first = given.unknown[0]
    refused = (patient.state(row.band.fact).refusal for row in given.unknown if row.band)
    why = next((f"{wording.sentence(refusal)}." for refusal in refused if refusal), "")
    text = f"No dose can be given before it is known which dose range holds. {why}".strip()
    return [Reason(Kind.UNKNOWN, "dose", first.code, text, first.sources, open=given.open)]
