"""Panels: what stands around the options in an advice: open facts, derived values, sensitivity."""

from . import sensitivity
from .canonical import Plain
from .citation import mark
from .patient import Patient
from .plate import Table
from .sensitivity import Swing
from .telling import Telling


def missing(patient: Patient, fact: str, codes: tuple[str, ...]) -> Table:
    """Tell an open fact and the treatments whose verdict it could settle."""
    return {"fact": fact, "text": patient.book.facts[fact].text, "settles": list(codes)}


def derived(telling: Telling) -> Table:
    """Tell every derived fact: value, words, inputs, variants, and why not when it has no value."""
    told: Table = {}
    patient = telling.patient
    for fact in patient.book.rulebook.facts:
        if not fact.formula:
            continue
        state = patient.state(fact.code)
        told[fact.code] = {
            "value": _fixed(state.value, fact.decimals),
            "text": telling.state(fact.code),
            "label": fact.name,
            "unit": fact.unit_text or fact.unit,
            "formula": fact.formula,
            "inputs": {part.name: telling.state(part.fact) for part in fact.inputs},
            "variants": {name: round(value, fact.decimals) for name, value in state.variants.items()},
            "method": state.method,
            "refusal": state.refusal,
            "missing": sorted(state.open),
            "sources": telling.cited(fact.sources),
            "mark": mark(fact.sources),
        }
    return told


def _fixed(value: object, decimals: int) -> Plain:
    # The value keeps its fixed decimals (design promise 7); `text` shows more where rounding would cross a bound.
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value if isinstance(value, str) else None
    return round(value, decimals)


def swing(telling: Telling, found: Swing) -> Table:
    """Tell what another method of a formula would change."""
    patient, names = telling.patient, telling.patient.book.treatments
    return {
        "fact": found.fact,
        "variant": found.method,
        "value": round(found.value, patient.book.facts[found.fact].decimals),
        "text": sensitivity.span(patient, found.fact),
        "changes": [{"option": code, "text": f"{names[code]}: {text}"} for code, text in found.changes],
        "sources": telling.cited(found.sources),
        "mark": mark(found.sources),
    }
