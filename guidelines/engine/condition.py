"""Conditions: one line on one fact, and how what is known of the fact judges it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from . import truth
from .fact import NO_BY_RULE, Members, Outcome, State, Trial, Value
from .population import Op
from .truth import NO, UNKNOWN, YES, Truth


TOLERANCE = 1e-9
"""Float noise absorbed when a value is compared with a bound (design promise 7); 29.9 is never 30."""

NOTHING: frozenset[str] = frozenset()
Split = tuple[frozenset[str], frozenset[str]]
"""Of what is wanted: what is surely present, and what may be; the rest is absent."""


@dataclass(frozen=True, slots=True)
class Adequate:
    """From which daily dose and how many weeks a trial of a treatment counts; none = no such demand."""

    dose: float | None = None
    weeks: float | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A line on a fact, with classes already spelt out as their members.

    A count keeps how the line itself puts it (`said`, `besides`), and of which drug a treatment is that is still taken
    according to the trials fact `or_taking`.
    """

    fact: str
    op: Op
    number: float = 0
    values: frozenset[str] = frozenset()
    adequate: Mapping[str, Adequate] = field(default_factory=dict, hash=False)
    or_taking: str = ""
    drugs: Mapping[str, str] = field(default_factory=dict, hash=False)
    said: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """List the facts on which it is judged."""
        return (self.fact, self.or_taking) if self.or_taking else (self.fact,)

    def concerns(self, trial: Trial) -> bool:
        """Say whether it speaks of a trial; a count speaks only of what is, or may be, still taken."""
        if self.op is Op.AT_LEAST:
            return trial.treatment in self.drugs and trial.still_taking is not False
        return trial.treatment in self.values


def judged(condition: Condition, state: State, trials: State = NO_BY_RULE) -> Truth:
    """Judge one condition on what is known of its fact, and for a count of what is still taken by the trials."""
    if condition.op is Op.AT_LEAST:
        return _counted(condition, state, trials)
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
        return _enough(1, *_listed(condition.values, value))
    if isinstance(value, tuple):
        found = [_trial(condition, trial) for trial in value if trial.treatment in condition.values]
        return truth.any_of([NO, *found])
    return truth.of(_compares(condition, value))


def _compares(condition: Condition, value: float) -> bool:
    if condition.op in (Op.LT, Op.GE):
        return (value < condition.number - TOLERANCE) is (condition.op is Op.LT)
    return (value > condition.number + TOLERANCE) is (condition.op is Op.GT)


def _listed(wanted: frozenset[str], members: Members) -> Split:
    return wanted & members.present, NOTHING if members.complete else wanted - members.present - members.absent


def _still_taken(drugs: Mapping[str, str], trials: tuple[Trial, ...]) -> Split:
    ours = [trial for trial in trials if trial.treatment in drugs]
    taken = frozenset(drugs[trial.treatment] for trial in ours if trial.still_taking)
    return taken, frozenset(drugs[trial.treatment] for trial in ours if trial.still_taking is None)


def _counted(condition: Condition, state: State, trials: State) -> Truth:
    """Count each wanted member once, whether it is listed, still taken by the trials, or both."""
    listed = NOTHING, NOTHING if state.no_by_rule else condition.values
    taken = NOTHING, NOTHING if trials.no_by_rule else frozenset(condition.drugs.values())
    if isinstance(state.value, Members):
        listed = _listed(condition.values, state.value)
    if isinstance(trials.value, tuple):
        taken = _still_taken(condition.drugs, trials.value)
    return _enough(condition.number, listed[0] | taken[0], listed[1] | taken[1])


def _enough(number: float, present: frozenset[str], open_to: frozenset[str]) -> Truth:
    if len(present) >= number:
        return YES
    return NO if len(present | open_to) < number else UNKNOWN


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
