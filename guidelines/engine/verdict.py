"""The verdict: offer, caution, check, exclude or not indicated for one treatment, with every reason."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from . import dosing, wording
from .compilation import Rules
from .dosing import Dosing
from .limit import Dose
from .patient import Patient
from .reason import AGAINST, Kind, Reason
from .rulebook import Contraindication, Option, Severity
from .truth import NO, UNKNOWN, YES, Truth, both


class Verdict(StrEnum):
    """What is advised of a treatment."""

    OFFER = "offer"
    CAUTION = "caution"
    CHECK = "check"
    EXCLUDE = "exclude"
    NOT_INDICATED = "not_indicated"

    # It is equal to its text, so found by the text's hash; the hash that an enumeration works out takes ten times as long.
    __hash__ = str.__hash__


class Considered(NamedTuple):
    """One treatment weighed for one patient; a tuple, because one is made of every treatment for every patient."""

    rules: Rules
    verdict: Verdict
    option: Option | None
    reasons: tuple[Reason, ...]
    doses: tuple[Dose, ...]
    lacking: frozenset[str]


CAUTION = Severity.CAUTION


def objections(patient: Patient) -> dict[str, list[Reason]]:
    """Judge every contraindication once, and list for each treatment those that hold or may."""
    found: dict[str, list[Reason]] = {}
    judge = patient.judgement.population
    for rule in patient.book.rulebook.contraindications:
        reason = None if judge(rule.population) is NO else objection(patient, rule)
        if reason is not None:
            for treatment in patient.book.concerned[rule.code]:
                found.setdefault(treatment, []).append(reason)
    return found


def objection(patient: Patient, rule: Contraindication) -> Reason | None:
    """Judge one contraindication: a reason against where it holds, an unknown one where it may, none where it does not."""
    said = dosing.said_for(patient, rule.jurisdictions)
    found = both(said, patient.judgement.population(rule.population))
    if found is NO:
        return None
    reason = patient.book.against[rule.code]
    if found is YES:
        return reason
    lacking = patient.judgement.open_facts(patient.book.criteria[rule.population])
    return reason.unknown(lacking | {dosing.JURISDICTION} if said is UNKNOWN else lacking)


def consider(patient: Patient, rules: Rules, objecting: Iterable[Reason]) -> Considered:
    """Weigh one treatment for one patient, given which of its contraindications hold or may.

    exclude if any exclusion is yes; else not indicated if no option's population is yes or unknown; else check if an
    exclusion, the option's population or the dose is unknown; else caution if a caution is yes; else offer.
    """
    against, barring, doubtful = _sorted(objecting)
    excluded = bool([reason for reason in against if reason.severity != CAUTION])
    option, place = _place(patient, rules.options)
    placed = [] if excluded and option is None else [_placed(patient, rules, option, place)]
    # What is excluded gets no dose, and needs no second reason for not standing here.
    given = dosing.NO_DOSING if excluded else dosing.dose(patient, rules.doses)
    if given.unknown and option is not None:
        barring.append(_dose_unknown(patient, given))
    reasons = (*against, *placed, *barring, *doubtful)
    if excluded or option is None:
        verdict = Verdict.EXCLUDE if excluded else Verdict.NOT_INDICATED
        return Considered(rules, verdict, option, reasons, given.doses, frozenset())
    if barring or place is UNKNOWN:
        lacking = frozenset().union(*(reason.open for reason in (*barring, *placed)))
        return Considered(rules, Verdict.CHECK, option, reasons, given.doses, lacking)
    return Considered(rules, Verdict.CAUTION if against else Verdict.OFFER, option, reasons, given.doses, frozenset())


def _sorted(objecting: Iterable[Reason]) -> tuple[list[Reason], list[Reason], list[Reason]]:
    """Part what speaks against a treatment from the exclusions and from the cautions that are not known yet."""
    against: list[Reason] = []
    barring: list[Reason] = []
    doubtful: list[Reason] = []
    for reason in objecting:
        unknown = doubtful if reason.severity == CAUTION else barring
        (against if reason.kind is AGAINST else unknown).append(reason)
    return against, barring, doubtful


def held_back(considered: Considered, reason: Reason) -> Considered:
    """Turn an offer or a caution into a check for a reason that only another method of a formula gives."""
    verdict = considered.verdict
    if verdict in (Verdict.OFFER, Verdict.CAUTION):
        verdict = Verdict.CHECK
    reasons, lacking = (*considered.reasons, reason), considered.lacking | reason.open
    return considered._replace(verdict=verdict, reasons=reasons, lacking=lacking)


def stopped(considered: Considered, reasons: Iterable[Reason]) -> Considered:
    """Exclude a treatment because an alert stops all advice."""
    against = [reason for reason in considered.reasons if reason.kind is AGAINST]
    return considered._replace(
        verdict=Verdict.EXCLUDE, reasons=(*reasons, *against), doses=(), lacking=frozenset(), option=None
    )


def _place(patient: Patient, options: tuple[Option, ...]) -> tuple[Option | None, Truth]:
    """Take the first option that holds or may; a "may" is passed over for one that holds and stands no higher.

    So an open question never promotes a treatment, and does not hold one back that has its place anyway.
    """
    judge = patient.judgement.population
    judged = [(option, found) for option in options if (found := judge(option.population)) is not NO]
    held = next((option for option, found in judged if found is YES), None)
    for option, found in judged:
        if found is YES:
            return option, YES
        if held is None or (option.line, option.rank) > (held.line, held.rank):
            return option, UNKNOWN
    return None, NO


def _placed(patient: Patient, rules: Rules, option: Option | None, place: Truth) -> Reason:
    if option is None:
        return rules.not_here
    reason = rules.places[option.code].reason
    if place is YES:
        return reason
    lacking = patient.judgement.open_facts(patient.book.criteria[option.population])
    return reason.unknown(lacking, first="Whether it has a place is not known yet. ")


def _dose_unknown(patient: Patient, given: Dosing) -> Reason:
    first = given.unknown[0]
    refused = (patient.state(row.band.fact).refusal for row in given.unknown if row.band)
    why = next((f"{wording.sentence(refusal)}." for refusal in refused if refusal), "")
    text = f"No dose can be given before it is known which dose range holds. {why}".strip()
    return Reason(Kind.UNKNOWN, "dose", first.code, text, first.sources, open=given.open)
