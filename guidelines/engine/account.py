"""Accounts: what was weighed for a patient, told in plain values with rules, words, sources and marks."""

from collections.abc import Iterable, Mapping

from . import sensitivity, wording
from .canonical import Plain
from .citation import mark, numbered
from .dose import Cell
from .dosing import JURISDICTION, Dose
from .evidence import EffectEstimate
from .patient import Patient
from .sensitivity import Swing
from .truth import YES
from .verdict import Considered, Reason, Verdict
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
        "missing": [_missing(patient, fact, codes) for fact, codes in weighed.missing],
        "derived": _derived(patient),
        "sensitivity": [_swing(patient, swing) for swing in weighed.swings],
        "statements": [] if weighed.stopped else _statements(patient),
        "disagreements": [] if weighed.stopped else _disagreements(patient),
    }
    references = {record.code: record for record in patient.book.rulebook.references}
    return told | {"references": numbered(sources_in(told), references)}


def sources_in(value: Plain) -> Iterable[str]:
    """Give every source that plain values cite, in reading order."""
    if isinstance(value, Mapping):
        own = value.get("sources", ())
        yield from (source for source in (own if isinstance(own, list) else ()) if isinstance(source, str))
        for key, inner in value.items():
            if key != "sources":
                yield from sources_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from sources_in(inner)


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
    if found.verdict in LIVE:
        shown = [effect for effect in found.rules.effects if _concerns(patient, effect.population)]
        watched = [rule for rule in found.rules.monitoring if _concerns(patient, rule.population)]
        told["effects"] = [effect_estimate(effect) for effect in shown]
        told["monitoring"] = [{"phase": m.phase, "text": m.text, "rule": m.code} | cites(m.sources) for m in watched]
        told |= {"summary": treatment.summary, "labelling": treatment.labelling}
        told |= {"adequate_trial": treatment.adequate_trial, "adequate_weeks": treatment.adequate_weeks}
    return told


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


def cites(sources: tuple[str, ...]) -> Table:
    """Tell sources and the mark they give."""
    return {"sources": list(sources), "mark": mark(sources)}


def _concerns(patient: Patient, population: str) -> bool:
    return not population or patient.judgement.population(population) is YES


def _alert(code: str, effect: str, text: str, sources: tuple[str, ...]) -> Table:
    told: Table = {"code": code, "effect": effect, "text": text, "acknowledged": False}
    return told | cites(sources)


def _reason(patient: Patient, reason: Reason) -> Table:
    facts: Table = {line.fact: wording.ground(patient, line) for line in reason.grounds}
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


def _missing(patient: Patient, fact: str, codes: tuple[str, ...]) -> Table:
    return {"fact": fact, "text": patient.book.facts[fact].text, "settles": list(codes)}


def _derived(patient: Patient) -> Table:
    told: Table = {}
    for fact in patient.book.rulebook.facts:
        if not fact.formula:
            continue
        state = patient.state(fact.code)
        variants: Table = {name: round(value, fact.decimals) for name, value in state.variants.items()}
        inputs: Table = {
            part.name: wording.state(patient.book, patient.book.facts[part.fact], patient.state(part.fact))
            for part in fact.inputs
        }
        told[fact.code] = {
            "value": _fixed(state.value, fact.decimals),
            "text": wording.state(patient.book, fact, state),
            "label": fact.name,
            "unit": fact.unit_text or fact.unit,
            "formula": fact.formula,
            "inputs": inputs,
            "variants": variants,
            "method": state.method,
            "refusal": state.refusal,
            "missing": sorted(state.open),
        } | cites(fact.sources)
    return told


def _fixed(value: object, decimals: int) -> Plain:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value if isinstance(value, str) else None
    return round(value, decimals)


def _swing(patient: Patient, swing: Swing) -> Table:
    names = {rules.treatment.code: rules.treatment.name for rules in patient.book.rules}
    told: Table = {
        "fact": swing.fact,
        "variant": swing.method,
        "value": round(swing.value, patient.book.facts[swing.fact].decimals),
        "text": sensitivity.span(patient, swing.fact),
        "changes": [{"option": code, "text": f"{names[code]}: {text}"} for code, text in swing.changes],
    }
    return told | cites(swing.sources)


def _statements(patient: Patient) -> list[Plain]:
    shown = [s for s in patient.book.rulebook.statements if s.population and _concerns(patient, s.population)]
    return [
        {"code": s.code, "section": s.section, "text": s.text, "verdict": s.verdict, "finding": s.finding}
        | cites(s.sources)
        for s in shown
    ]


def _disagreements(patient: Patient) -> list[Plain]:
    positions = {position.code: position for position in patient.book.rulebook.positions}
    told: list[Plain] = []
    for one in patient.book.rulebook.disagreements:
        if not _concerns(patient, one.population):
            continue
        sides: list[Plain] = [
            {
                "code": p.code,
                "body": p.body,
                "year": p.year,
                "people": p.people,
                "stance": p.stance,
                "text": p.text,
                "strength": p.strength,
                "certainty": p.certainty,
            }
            | cites(p.sources)
            for p in (positions[code] for code in one.positions)
        ]
        told.append({"code": one.code, "question": one.question, "summary": one.summary, "positions": sides})
    return told


def coded(found: Considered) -> list[Plain]:
    """Tell what of a treatment enters the digest: verdict, rules and dose numbers; no words."""
    reasons: list[Plain] = [*sorted(f"{r.kind}:{r.rule}:{r.severity}" for r in found.reasons)]
    doses: list[Plain] = [[d.binding.code, d.start, list(d.usual) if d.usual else None, d.maximum] for d in found.doses]
    place = found.option.code if found.option else None
    return [found.rules.treatment.code, found.verdict, place, reasons, doses]


def derived_values(patient: Patient) -> Table:
    """Tell what of the derived facts enters the digest: values and variants at fixed decimals, or the refusal."""
    told: Table = {}
    for fact in patient.book.rulebook.facts:
        if fact.formula:
            state = patient.state(fact.code)
            variants = {name: f"{value:.6f}" for name, value in sorted(state.variants.items())}
            value = f"{state.value:.6f}" if isinstance(state.value, float) else state.value
            told[fact.code] = {"value": value if isinstance(value, str) else None, "refusal": state.refusal, **variants}
    return told
