"""Conditions: one line on one fact, and how what is known of the fact judges it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from . import truth
from .fact import Members, Outcome, State, Trial, Value
from .population import Op
from .truth import NO, UNKNOWN, YES, Truth


TOLERANCE = 1e-9
"""Float noise absorbed when a value is compared with a bound (design promise 7); 29.9 is never 30."""


@dataclass(frozen=True, slots=True)
class Adequate:
    """From which daily dose and how many weeks a trial of a treatment counts; none = no such demand."""

    dose: float | None = None
    weeks: float | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A line on a fact, with classes already spelt out as their members."""

    fact: str
    op: Op
    number: float = 0
    values: frozenset[str] = frozenset()
    adequate: Mapping[str, Adequate] = field(default_factory=dict, hash=False)


def judged(condition: Condition, state: State) -> Truth:
    """Judge one condition on what is known of its fact."""
    if state.no_by_rule:
        return NO
    if state.value is None:
        return UNKNOWN
    return _on(condition, state.value)


def _on(condition: Condition, value: Value) -> Truth:
    if isinstance(value, bool):
        return truth.of(value)
    if isinstance(value, str):
        return truth.of(value in condition.values)
    if isinstance(value, Members):
        return _includes(condition.values, value)
    if isinstance(value, tuple):
        found = [_trial(condition, trial) for trial in value if trial.treatment in condition.values]
        return truth.any_of([NO, *found])
    return truth.of(_compares(condition, value))


def _compares(condition: Condition, value: float) -> bool:
    if condition.op in (Op.LT, Op.GE):
        return (value < condition.number - TOLERANCE) is (condition.op is Op.LT)
    return (value > condition.number + TOLERANCE) is (condition.op is Op.GT)


def _includes(wanted: frozenset[str], members: Members) -> Truth:
    if wanted & members.present:
        return YES
    return NO if members.complete or wanted <= members.absent else UNKNOWN


def _trial(condition: Condition, trial: Trial) -> Truth:
    if condition.op is Op.TRIED:
        return YES
    if condition.op is Op.TAKING:
        return UNKNOWN if trial.still_taking is None else truth.of(trial.still_taking)
    if trial.outcome is None:
        return UNKNOWN
    if condition.op is Op.FAILED:
        return truth.all_of([truth.of(trial.outcome is Outcome.NONE), *_adequacy(condition, trial)])
    wanted = {Op.PARTIAL: Outcome.PARTIAL, Op.RESPONDED: Outcome.RESPONSE, Op.NOT_TOLERATED: Outcome.NOT_TOLERATED}
    return truth.of(trial.outcome is wanted[condition.op])


def _adequacy(condition: Condition, trial: Trial) -> list[Truth]:
    needed = condition.adequate.get(trial.treatment, Adequate())
    pairs = ((trial.daily_dose, needed.dose), (trial.weeks, needed.weeks))
    return [
        UNKNOWN if given is None else truth.of(given >= least - TOLERANCE)
        for given, least in pairs
        if least is not None
    ]
