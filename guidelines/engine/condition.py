"""Conditions: one line on one fact, and how what is known of the fact judges it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from . import truth
from .fact import NO_BY_RULE, Members, Outcome, State, Trial
from .population import Op
from .truth import NO, UNKNOWN, YES, Truth


TOLERANCE = 1e-9
"""Float noise absorbed when a value is compared with a bound (design promise 7); 29.9 is never 30."""

AT_LEAST, LT, GT = Op.AT_LEAST, Op.LT, Op.GT
BELOW_OR_NOT = frozenset({Op.LT, Op.GE})

Look = Callable[[str], State]
Known = Callable[[str], Truth]
"""How a criterion learns what is known of a fact, and what a population was judged to be."""

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

    def judged(self, look: Look, _: Known) -> Truth:
        """Judge it on what is known of its fact, and a count also on what is still taken by the trials."""
        state = look(self.fact)
        if self.op is AT_LEAST:
            return _counted(self, state, look(self.or_taking) if self.or_taking else NO_BY_RULE)
        value = state.value
        if value is None:
            return NO if state.no_by_rule else UNKNOWN
        # In the order in which rulebooks speak of them, since every population is judged for every patient.
        if isinstance(value, Members):
            return _includes(self.values, value)
        if isinstance(value, tuple):
            found = [_trial(self, trial) for trial in value if trial.treatment in self.values]
            return truth.any_of(found) if found else NO
        if isinstance(value, str):
            return YES if value in self.values else NO
        if isinstance(value, bool):
            return YES if value else NO
        return truth.of(_compares(self, value))

    def concerns(self, trial: Trial) -> bool:
        """Say whether it speaks of a trial; a count speaks only of what is, or may be, still taken."""
        if self.op is AT_LEAST:
            return trial.treatment in self.drugs and trial.still_taking is not False
        return trial.treatment in self.values


def _includes(wanted: frozenset[str], members: Members) -> Truth:
    if not wanted.isdisjoint(members.present):
        return YES
    return NO if members.complete or wanted <= members.absent else UNKNOWN


def _compares(condition: Condition, value: float) -> bool:
    if condition.op in BELOW_OR_NOT:
        return (value < condition.number - TOLERANCE) is (condition.op is LT)
    return (value > condition.number + TOLERANCE) is (condition.op is GT)


def _listed(wanted: frozenset[str], members: Members) -> Split:
    return wanted & members.present, NOTHING if members.complete else wanted - members.present - members.absent


def _still_taken(drugs: Mapping[str, str], trials: tuple[Trial, ...]) -> Split:
    ours = [trial for trial in trials if trial.treatment in drugs]
    taken = frozenset(drugs[trial.treatment] for trial in ours if trial.still_taking)
    return taken, frozenset(drugs[trial.treatment] for trial in ours if trial.still_taking is None)


def _counted(condition: Condition, state: State, trials: State) -> Truth:
    """Count each wanted member once, whether it is listed, still taken by the trials, or both."""
    if isinstance(state.value, Members):
        present, open_to = _listed(condition.values, state.value)
    else:
        present, open_to = NOTHING, NOTHING if state.no_by_rule else condition.values
    if isinstance(trials.value, tuple):
        taken, may_be = _still_taken(condition.drugs, trials.value) if trials.value else (NOTHING, NOTHING)
    else:
        taken, may_be = NOTHING, NOTHING if trials.no_by_rule else frozenset(condition.drugs.values())
    if len(present | taken) >= condition.number:
        return YES
    return NO if len(present | taken | open_to | may_be) < condition.number else UNKNOWN


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
