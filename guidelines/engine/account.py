"""Accounts: what was weighed for a patient, told in plain values with rules, words, sources and marks."""

from collections.abc import Mapping

from . import panel, wording
from .canonical import Plain
from .citation import cites, numbered
from .condition import Condition
from .dose import Cell
from .dosing import JURISDICTION, Dose
from .evidence import EffectEstimate
from .panel import concerns
from .patient import Patient
from .reason import Reason
from .verdict import Considered, Verdict
from .weighing import Weighed


Table = dict[str, Plain]
LIVE = (Verdict.OFFER, Verdict.CAUTION, Verdict.CHECK)


def body(weighed: Weighed) -> Table:
    """Tell everything weighed, and the references in the order in which it cites them."""
    patient = weighed.patient
    jurisdiction = patient.state(JURISDICTION).value
    told: Table = {
        "jurisdiction": jurisdiction if isinstance(jurisdiction, str) else None,
        "stopped": weighed.stopped,
        "alerts": [_alert(alert.code, alert.effect, alert.text, alert.sources) for alert in weighed.alerts],
        "options": [option(patient, found) for found in weighed.considered],
        "missing": [panel.missing(patient, fact, codes) for fact, codes in weighed.missing],
        "derived": panel.derived(patient),
        "sensitivity": [panel.swing(patient, swing) for swing in weighed.swings],
        "statements": [] if weighed.stopped else panel.statements(patient),
        "disagreements": [] if weighed.stopped else panel.disagreements(patient),
    }
    references = {record.code: record for record in patient.book.rulebook.references}
    return told | {"references": numbered(sources_in(told), references)}


def sources_in(value: Plain) -> list[str]:
    """Gather every source that plain values cite, in reading order."""
    found: list[str] = []
    _gather(value, found)
    return found


def _gather(value: Plain, found: list[str]) -> None:
    # Walked for every advice, so it looks no deeper than tables and lists of tables go.
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "sources":
                found.extend(inner)
            elif type(inner) is dict or (type(inner) is list and inner and type(inner[0]) is dict):
                _gather(inner, found)
    elif isinstance(value, list):
        for inner in value:
            _gather(inner, found)


def cited(given: Mapping[str, Plain], shown: Plain) -> list[Plain]:
    """Keep of an advice's references those that a part of it cites."""
    codes = {source.partition("/")[0] for source in sources_in(shown)}
    listed = given["references"]
    return [r for r in listed if isinstance(r, Mapping) and r["code"] in codes] if isinstance(listed, list) else []


def option(patient: Patient, found: Considered) -> Table:
    """Tell one treatment: its verdict and place, doses, every reason, and for a live one its effects and monitoring."""
    treatment, place = found.rules.treatment, found.option
    told: Table = {
        "code": treatment.code,
        "name": treatment.name,
        "kind": treatment.kind,
        "verdict": found.verdict,
        "line": place.line if place else None,
        "rank": place.rank if place else None,
        "strength": place.strength if place else None,
        "certainty": place.certainty if place else None,
        "option": place.code if place else None,
        "note": place.note if place else "",
        "dose": [_dose(patient, dose) for dose in found.doses],
        "reasons": [_reason(patient, reason) for reason in found.reasons],
        "effects": [],
        "monitoring": [],
        "stopping": treatment.stopping,
    }
    return told | _live(patient, found) if found.verdict in LIVE else told


def _live(patient: Patient, found: Considered) -> Table:
    treatment = found.rules.treatment
    shown = [effect for effect in found.rules.effects if concerns(patient, effect.population)]
    watched = [rule for rule in found.rules.monitoring if concerns(patient, rule.population)]
    return {
        "effects": [effect_estimate(effect) for effect in shown],
        "monitoring": [{"phase": m.phase, "text": m.text, "rule": m.code} | cites(m.sources) for m in watched],
        "summary": treatment.summary,
        "labelling": treatment.labelling,
        "adequate_trial": treatment.adequate_trial,
        "adequate_weeks": treatment.adequate_weeks,
    }


def effect_estimate(effect: EffectEstimate) -> Table:
    """Tell one effect estimate with everything needed to read it."""
    told: Table = {
        "rule": effect.code,
        "measure": effect.measure,
        "value": effect.value,
        "low": effect.low,
        "high": effect.high,
        "unbounded": effect.unbounded,
        "text": effect.text,
        "outcome": effect.outcome,
        "comparator": effect.comparator,
        "dose": effect.dose,
        "weeks": effect.weeks,
        "population": effect.people,
        "note": effect.note,
    }
    return told | cites(effect.sources)


def _alert(code: str, effect: str, text: str, sources: tuple[str, ...]) -> Table:
    told: Table = {"code": code, "effect": effect, "text": text, "acknowledged": False}
    return told | cites(sources)


def _reason(patient: Patient, reason: Reason) -> Table:
    judged: dict[str, list[Condition]] = {}
    for line in reason.grounds:
        for code in line.facts:
            judged.setdefault(code, []).append(line)
    facts: Table = {code: wording.ground(patient, code, lines) for code, lines in judged.items()}
    told: Table = {"kind": reason.kind, "severity": reason.severity, "rule": reason.rule, "text": reason.text}
    rest: Table = {"action": reason.action, "facts": facts}
    return told | rest | cites(reason.sources)


def _dose(patient: Patient, dose: Dose) -> Table:
    row = dose.binding
    chosen = patient.state(JURISDICTION).value
    rules = tuple(dict.fromkeys(source for rule in dose.rules for source in rule.sources))
    told: Table = {
        "axis": row.axis,
        "kind": row.kind,
        "start": dose.start,
        "start_text": row.start_text,
        "step": row.step,
        "usual": list(dose.usual) if dose.usual else None,
        "maximum": dose.maximum,
        "unit": row.unit,
        "schedule": row.schedule,
        "jurisdiction": chosen if isinstance(chosen, str) else None,
        "band": dose.band,
        "rule": row.code,
        "rules": [rule.code for rule in dose.rules],
        "note": dose.note,
        "titration": [{"day": step.day, "dose": step.dose, "text": step.text} for step in row.titration],
        "cells": [_cell(cell) for cell in dose.cells],
    }
    return told | cites(rules)


def _cell(cell: Cell) -> Table:
    told: Table = {"normal": cell.normal, "low": cell.low, "high": cell.high, "text": cell.text}
    return told | cites(cell.sources)
