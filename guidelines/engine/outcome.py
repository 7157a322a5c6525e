"""Outcomes: what is advised of each treatment in short, and how grave it is when one turns into another."""

from dataclasses import dataclass
from enum import IntEnum

from .compilation import Compiled
from .patient import Patient
from .reason import AGAINST
from .verdict import Considered, Verdict
from .weighing import weigh


HAIR = 1e-3
LIVE = (Verdict.OFFER, Verdict.CAUTION, Verdict.CHECK)


class Grade(IntEnum):
    """How much it matters that an outcome turns into another, the gravest first."""

    LOST = 0
    GAINED = 1
    LOWERED = 2
    HELD = 3
    OTHER_DOSE = 4
    RAISED = 5
    CAUTIONED = 6
    EASED = 7


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is advised of one treatment: verdict, first dose, and the rules that speak against it with their words."""

    verdict: Verdict
    start: float | None = None
    usual: tuple[float, float] | None = None
    maximum: float | None = None
    unit: str = ""
    against: tuple[tuple[str, str], ...] = ()

    @property
    def is_live(self) -> bool:
        """Say whether the treatment may be given, now or once something is known."""
        return self.verdict in LIVE


@dataclass(frozen=True, slots=True)
class Change:
    """One treatment whose outcome would be another: how grave that is, before and after, and in whose rules' words why."""

    treatment: str
    grade: Grade
    before: Outcome
    after: Outcome
    because: tuple[str, ...]


Outcomes = dict[str, Outcome]


def outcomes(book: Compiled, patient: Patient) -> Outcomes:
    """Advise on a patient, and keep of each treatment what is advised in short."""
    return {found.rules.treatment.code: _outcome(found) for found in weigh(book, patient).considered}


def changes(before: Outcomes, after: Outcomes) -> tuple[Change, ...]:
    """List the treatments whose verdict or dose is another, the gravest first; what is ruled out either way is no change."""
    found = [
        Change(code, grade, old, after[code], _because(old, after[code]))
        for code, old in before.items()
        if (grade := _grade(old, after[code])) is not None
    ]
    return tuple(sorted(found, key=lambda change: change.grade))


def _because(old: Outcome, new: Outcome) -> tuple[str, ...]:
    """Give the words of the rules that come to speak against it, or else of those that no longer do."""
    gone, come = dict(old.against), dict(new.against)
    came = [text for rule, text in come.items() if rule not in gone]
    return tuple(came or [text for rule, text in gone.items() if rule not in come])


def _outcome(found: Considered) -> Outcome:
    dose = found.doses[0] if found.doses else None
    against = tuple((reason.rule, reason.text) for reason in found.reasons if reason.kind is AGAINST)
    if dose is None:
        return Outcome(found.verdict, against=against)
    return Outcome(found.verdict, dose.start, dose.usual, dose.maximum, dose.binding.unit, against)


def _grade(old: Outcome, new: Outcome) -> Grade | None:
    if old.is_live is not new.is_live:
        return Grade.LOST if old.is_live else Grade.GAINED
    if not new.is_live:
        return None
    if old.maximum is not None and new.maximum is not None and _differ(old.maximum, new.maximum):
        return Grade.LOWERED if new.maximum < old.maximum else Grade.RAISED
    if new.verdict is Verdict.CHECK and old.verdict is not Verdict.CHECK:
        return Grade.HELD
    if any(map(_differ, _amounts(old), _amounts(new))):
        return Grade.OTHER_DOSE
    if new.verdict is Verdict.CAUTION and old.verdict is Verdict.OFFER:
        return Grade.CAUTIONED
    return Grade.EASED if new.verdict is not old.verdict else None


def _amounts(outcome: Outcome) -> tuple[float | None, ...]:
    return (outcome.start, outcome.maximum, *(outcome.usual or (None, None)))


def _differ(one: float | None, other: float | None) -> bool:
    """Say whether two amounts are unlike; a dose in proportion to a value is not another one a hair's breadth further."""
    if one is None or other is None:
        return one is not other
    return abs(one - other) > HAIR * max(abs(one), abs(other))
