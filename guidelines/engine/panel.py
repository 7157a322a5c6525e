"""Panels: what stands around the options in an advice: open facts, derived values, sensitivity, statements, disagreements."""

from . import sensitivity, wording
from .canonical import Plain
from .citation import cites
from .patient import Patient
from .sensitivity import Swing
from .truth import YES


Table = dict[str, Plain]


def concerns(patient: Patient, population: str) -> bool:
    """Say whether something is shown to a patient: it names no population, or one that holds."""
    return not population or patient.judgement.population(population) is YES


def missing(patient: Patient, fact: str, codes: tuple[str, ...]) -> Table:
    """Tell an open fact and the treatments whose verdict it could settle."""
    return {"fact": fact, "text": patient.book.facts[fact].text, "settles": list(codes)}


def derived(patient: Patient) -> Table:
    """Tell every derived fact: value, words, inputs, variants, and why not when it has no value."""
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
    # The value keeps its fixed decimals (design promise 7); `text` shows more where rounding would cross a bound.
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value if isinstance(value, str) else None
    return round(value, decimals)


def swing(patient: Patient, found: Swing) -> Table:
    """Tell what another method of a formula would change."""
    names = {rules.treatment.code: rules.treatment.name for rules in patient.book.rules}
    told: Table = {
        "fact": found.fact,
        "variant": found.method,
        "value": round(found.value, patient.book.facts[found.fact].decimals),
        "text": sensitivity.span(patient, found.fact),
        "changes": [{"option": code, "text": f"{names[code]}: {text}"} for code, text in found.changes],
    }
    return told | cites(found.sources)


def statements(patient: Patient) -> list[Plain]:
    """Tell the statements that concern this patient."""
    shown = [s for s in patient.book.rulebook.statements if s.population and concerns(patient, s.population)]
    return [
        {"code": s.code, "section": s.section, "text": s.text, "verdict": s.verdict, "finding": s.finding}
        | cites(s.sources)
        for s in shown
    ]


def disagreements(patient: Patient) -> list[Plain]:
    """Tell the questions on which bodies differ, with their positions side by side."""
    positions = {position.code: position for position in patient.book.rulebook.positions}
    told: list[Plain] = []
    for one in patient.book.rulebook.disagreements:
        if not concerns(patient, one.population):
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
