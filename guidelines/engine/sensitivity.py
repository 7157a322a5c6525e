"""Sensitivity: what would change if a formula were run with another of its defensible methods."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from . import verdict, wording
from .dosing import Dose
from .fact import State
from .patient import Patient
from .verdict import Considered, Kind, Reason, Verdict


@dataclass(frozen=True, slots=True)
class Swing:
    """One method whose value falls on another side of a bound, and which treatments it would change, and how."""

    fact: str
    method: str
    value: float
    changes: tuple[tuple[str, str], ...]
    excluded: frozenset[str]
    sources: tuple[str, ...]


def swings(patient: Patient, considered: Iterable[Considered]) -> tuple[Swing, ...]:
    """Run every other method of every derived fact and keep those that change a verdict or a dose."""
    listed = list(considered)
    found = []
    for fact in patient.book.rulebook.facts:
        if not fact.formula:
            continue
        state = patient.state(fact.code)
        for method, value in state.variants.items():
            if method != state.method and _crosses(patient, fact.code, state, value):
                found.append(_swing(patient, fact.code, method, value, listed))
    return tuple(swing for swing in found if swing.changes)


def tempered(found: Considered, all_swings: Iterable[Swing]) -> Considered:
    """Hold a treatment back that another defensible method would exclude: at best a check, never a silent offer."""
    for swing in all_swings:
        if found.rules.treatment.code in swing.excluded:
            text = f"With {swing.method} weight the value would be {swing.value:.1f}, and this treatment would be excluded."
            found = verdict.held_back(found, Reason(Kind.UNKNOWN, "sensitivity", swing.fact, text, swing.sources))
    return found


def _crosses(patient: Patient, fact: str, state: State, value: float) -> bool:
    lead = state.value
    bounds = patient.book.bounds.get(fact, ())
    if not isinstance(lead, int | float):
        return False
    sides = [(bisect_left(bounds, x + 1e-9), bisect_right(bounds, x - 1e-9)) for x in (lead, value)]
    return sides[0] != sides[1]


def _swing(patient: Patient, fact: str, method: str, value: float, considered: list[Considered]) -> Swing:
    other = patient.by(fact, method)
    changes, excluded = [], set()
    for found in considered:
        if found.verdict in (Verdict.NOT_INDICATED, Verdict.EXCLUDE) or not _touched(found, fact):
            continue
        instead = verdict.consider(other, found.rules)
        said = _change(patient, found, instead)
        if said:
            changes.append((found.rules.treatment.code, said))
        if instead.verdict is Verdict.EXCLUDE:
            excluded.add(found.rules.treatment.code)
    return Swing(fact, method, value, tuple(changes), frozenset(excluded), patient.book.facts[fact].sources)


def _touched(found: Considered, fact: str) -> bool:
    return bool(found.rules.contraindications or any(row.band and row.band.fact == fact for row in found.rules.doses))


def _change(patient: Patient, found: Considered, instead: Considered) -> str:
    if instead.verdict is not found.verdict:
        return f"{_words(found.verdict)} becomes {_words(instead.verdict)}"
    before, after = _numbers(found.doses), _numbers(instead.doses)
    return f"{before} becomes {after}" if before != after else ""


def _words(outcome: Verdict) -> str:
    return outcome.replace("_", " ")


def _numbers(doses: tuple[Dose, ...]) -> str:
    if not doses:
        return "no dose"
    dose = doses[0]
    start = "" if dose.start is None else f"start {dose.start:g}, "
    maximum = "no stated maximum" if dose.maximum is None else f"maximum {dose.maximum:g}"
    return f"{start}{maximum} {dose.binding.unit}"


def span(patient: Patient, fact: str) -> str:
    """Say the range that the methods of a derived fact give, and what each gives."""
    state, known = patient.state(fact), patient.book.facts[fact]
    values = sorted(state.variants.values())
    each = ", ".join(f"{name} {value:.{known.decimals}f}" for name, value in state.variants.items())
    low, high = (f"{value:.{known.decimals}f}" for value in (values[0], values[-1]))
    unit = known.unit_text or known.unit
    said = f"{known.name} is {low} to {high} {unit} depending on the weight used ({each}); the advice differs."
    return f"{wording.sentence(said)} {known.why}".strip()
