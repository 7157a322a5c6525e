"""Weighing: every alert and every treatment of a rulebook judged for one patient, nothing left out."""

from collections.abc import Iterator
from dataclasses import dataclass

from . import sensitivity, verdict
from .compilation import Compiled
from .patient import Patient
from .reason import Kind, Reason
from .rulebook import Alert, Effect
from .sensitivity import Swing
from .truth import UNKNOWN, YES
from .verdict import Considered, Verdict


GROUPS = {Verdict.OFFER: 0, Verdict.CAUTION: 0, Verdict.CHECK: 1, Verdict.EXCLUDE: 2, Verdict.NOT_INDICATED: 3}
UNSETTLED = Kind.UNKNOWN
ORDER = {verdict: place for place, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class Weighed:
    """Everything judged of one patient, before it becomes plain values."""

    patient: Patient
    alerts: tuple[Alert, ...]
    considered: tuple[Considered, ...]
    swings: tuple[Swing, ...]
    missing: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def stopped(self) -> bool:
        """Say whether an alert stops all advice."""
        return any(alert.effect is Effect.STOP for alert in self.alerts)


def weigh(book: Compiled, patient: Patient) -> Weighed:
    """Judge every alert and every treatment for one patient."""
    alerts = tuple(a for a in book.rulebook.alerts if patient.judgement.population(a.population) is YES)
    objections = verdict.objections(patient)
    considered = [verdict.consider(patient, rules, objections.get(rules.treatment.code, ())) for rules in book.rules]
    swings = sensitivity.swings(patient, considered, objections)
    considered = [sensitivity.tempered(found, swings) for found in considered]
    stops = [alert for alert in alerts if alert.effect is Effect.STOP]
    if stops:
        reasons = [_stop(alert) for alert in stops]
        considered = [verdict.stopped(found, reasons) for found in considered]
        swings = ()
    else:
        considered = _waiting(patient, considered)
    missing = () if stops else tuple(_missing(patient, considered))
    return Weighed(patient, alerts, tuple(sorted(considered, key=_order)), swings, missing)


def _stop(alert: Alert, kind: Kind = Kind.AGAINST, lacking: frozenset[str] = frozenset()) -> Reason:
    return Reason(kind, "contraindicated", alert.code, alert.text, alert.sources, "", (alert.population,), lacking)


def _waiting(patient: Patient, considered: list[Considered]) -> list[Considered]:
    """Hold live treatments back while it is not known whether an alert stops all advice."""
    for alert in patient.book.rulebook.alerts:
        if alert.effect is Effect.STOP and patient.judgement.population(alert.population) is UNKNOWN:
            lacking = patient.judgement.open_facts(patient.book.criteria[alert.population])
            reason = _stop(alert, Kind.UNKNOWN, lacking)
            considered = [
                verdict.held_back(found, reason) if GROUPS[found.verdict] < 2 else found for found in considered
            ]
    return considered


def _order(found: Considered) -> tuple[int, int, int, int]:
    """Within a line what needs no caution comes first, whatever the rank: the rank orders equals."""
    line, rank = (found.option.line, found.option.rank) if found.option else (9, 9)
    return GROUPS[found.verdict], line, ORDER[found.verdict], rank


def _missing(patient: Patient, considered: list[Considered]) -> list[tuple[str, tuple[str, ...]]]:
    """List the open facts, those that could settle most verdicts first; an unknown stop or withholding touches all."""
    settles: dict[str, dict[str, None]] = {}
    live = [found for found in considered if GROUPS[found.verdict] < 2]
    for found in live:
        code = found.rules.treatment.code
        for fact in found.lacking:
            settles.setdefault(fact, {})[code] = None
        for reason in found.reasons:
            for fact in reason.open if reason.kind is UNSETTLED else ():
                settles.setdefault(fact, {})
    for fact, effect in _behind_alerts(patient):
        touched = settles.setdefault(fact, {})
        if effect is not Effect.WARN:
            touched.update(dict.fromkeys(found.rules.treatment.code for found in live))
    order = {fact.code: index for index, fact in enumerate(patient.book.rulebook.facts)}
    ranked = sorted(settles.items(), key=lambda item: (-len(item[1]), order[item[0]]))
    return [(fact, tuple(codes)) for fact, codes in ranked]


def _behind_alerts(patient: Patient) -> Iterator[tuple[str, Effect]]:
    judgement, criteria = patient.judgement, patient.book.criteria
    for alert in patient.book.rulebook.alerts:
        if judgement.population(alert.population) is UNKNOWN:
            for fact in sorted(judgement.open_facts(criteria[alert.population])):
                yield fact, alert.effect
