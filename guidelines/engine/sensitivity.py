"""Sensitivity: what would change if a formula were run with another of its defensible methods."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from . import verdict, wording
from .citation import EDITION
from .compilation import Rules
from .limit import Dose
from .patient import Patient
from .reason import UNKNOWN, Reason
from .rulebook import Contraindication
from .verdict import Considered, Verdict


Objections = Mapping[str, Iterable[Reason]]
"""For each treatment the reasons of those contraindications that hold or may."""


@dataclass(frozen=True, slots=True)
class Swing:
    """One method whose value falls on another side of a bound: what it would change, and what it must hold back."""

    fact: str
    method: str
    value: float
    changes: tuple[tuple[str, str], ...]
    holds: Mapping[str, Reason]
    sources: tuple[str, ...]


def swings(patient: Patient, considered: Iterable[Considered], objections: Objections) -> tuple[Swing, ...]:
    """Run every other method of every derived fact and keep those that change a verdict or a dose."""
    live = [found for found in considered if found.verdict not in (Verdict.NOT_INDICATED, Verdict.EXCLUDE)]
    found = [_swing(patient, fact, method, live, objections) for fact, method in others(patient)]
    return tuple(swing for swing in found if swing.changes)


def others(patient: Patient) -> list[tuple[str, str]]:
    """List the derived facts and methods whose value falls on another side of a bound than the leading one."""
    return [
        (fact.code, method)
        for fact in patient.book.rulebook.facts
        if fact.formula
        for method in patient.state(fact.code).variants
        if _crosses(patient, fact.code, method)
    ]


def tempered(found: Considered, all_swings: Iterable[Swing]) -> Considered:
    """Hold a treatment back that another defensible method would or might exclude: at best a check, never an offer."""
    for swing in all_swings:
        if found.rules.treatment.code in swing.holds:
            found = verdict.held_back(found, swing.holds[found.rules.treatment.code])
    return found


def _crosses(patient: Patient, fact: str, method: str) -> bool:
    state, bounds = patient.state(fact), patient.book.bounds.get(fact, ())
    if method == state.method or not isinstance(state.value, int | float):
        return False
    values = (state.value, state.variants[method])
    sides = [(bisect_left(bounds, x + 1e-9), bisect_right(bounds, x - 1e-9)) for x in values]
    return sides[0] != sides[1]


def _swing(patient: Patient, fact: str, method: str, live: list[Considered], objections: Objections) -> Swing:
    other, value = patient.by(fact, method), patient.state(fact).variants[method]
    sources = patient.book.facts[fact].sources or (EDITION,)
    changes, holds, swayed = [], {}, patient.book.swayed[fact]
    for found in live:
        code = found.rules.treatment.code
        if code not in swayed:
            continue
        instead = _reconsidered(other, found.rules, swayed[code], objections.get(code, ()))
        said = _change(patient, found, instead)
        if said:
            changes.append((code, said))
        open_facts, would = _exclusion(found, instead)
        if would:
            text = f"With {method} weight the value would be {value:.1f}, and this treatment {would} be excluded."
            holds[code] = Reason(UNKNOWN, "sensitivity", fact, text, sources, open=open_facts)
    return Swing(fact, method, value, tuple(changes), holds, sources)


def _reconsidered(
    other: Patient, rules: Rules, swayed: Iterable[Contraindication], objecting: Iterable[Reason]
) -> Considered:
    """Weigh a treatment again, judging anew only those contraindications that hang on what differs."""
    anew = {rule.code: verdict.objection(other, rule) for rule in swayed}
    same = [reason for reason in objecting if reason.rule not in anew]
    return verdict.consider(other, rules, [*same, *(reason for reason in anew.values() if reason)])


def _exclusion(found: Considered, instead: Considered) -> tuple[frozenset[str], str]:
    if instead.verdict is Verdict.EXCLUDE:
        return frozenset(), "would"
    anyway = {reason.rule for reason in _unsettled(found)}
    only_here = [reason for reason in _unsettled(instead) if reason.rule not in anyway]
    return frozenset().union(*(reason.open for reason in only_here)), "might" if only_here else ""


def _unsettled(found: Considered) -> list[Reason]:
    return [r for r in found.reasons if r.kind is UNKNOWN and r.severity in ("contraindicated", "avoid")]


def _change(patient: Patient, found: Considered, instead: Considered) -> str:
    if instead.verdict is not found.verdict:
        return f"{_words(found.verdict)} becomes {_words(instead.verdict)}"
    if _amounts(found.doses) == _amounts(instead.doses):
        return ""
    before, after = _numbers(found.doses), _numbers(instead.doses)
    return f"{before} becomes {after}" if before != after else ""


def _amounts(doses: tuple[Dose, ...]) -> list[tuple[object, ...]]:
    return [(dose.start, dose.usual, dose.maximum, dose.binding.unit) for dose in doses[:1]]


def _words(outcome: Verdict) -> str:
    return outcome.replace("_", " ")


def _numbers(doses: tuple[Dose, ...]) -> str:
    if not doses:
        return "no dose"
    dose = doses[0]
    start = "" if dose.start is None else f"start {dose.start:g}, "
    maximum = "no stated maximum" if dose.maximum is None else f"maximum {dose.maximum:g}"
    usual = f"usual {dose.usual[0]:g} to {dose.usual[1]:g}, " if dose.usual else ""
    return f"{start}{usual}{maximum} {dose.binding.unit}"


def span(patient: Patient, fact: str) -> str:
    """Say the range that the methods of a derived fact give, and what each gives."""
    state, known = patient.state(fact), patient.book.facts[fact]
    values = sorted(state.variants.values())
    each = ", ".join(f"{name} {value:.{known.decimals}f}" for name, value in state.variants.items())
    low, high = (f"{value:.{known.decimals}f}" for value in (values[0], values[-1]))
    unit = known.unit_text or known.unit
    said = f"{known.name} is {low} to {high} {unit} depending on the weight used ({each}); the advice differs."
    return f"{wording.sentence(said)} {known.why}".strip()
