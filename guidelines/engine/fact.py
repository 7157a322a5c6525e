"""Facts: what may be known about a patient, in which kind, unit and range, and the state of knowing it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of fact that a patient can answer."""

    BOOLEAN = "boolean"
    NUMBER = "number"
    CHOICE = "choice"
    MEMBERS = "members"
    TRIALS = "trials"


class Outcome(StrEnum):
    """How an earlier or current treatment went."""

    RESPONSE = "response"
    PARTIAL = "partial"
    NONE = "none"
    NOT_TOLERATED = "not_tolerated"


@dataclass(frozen=True, slots=True)
class Unit:
    """Another unit for a number; canonical value = value × multiply_by ÷ divide_by. `code` is UCUM."""

    code: str
    text: str
    multiply_by: float = 1
    divide_by: float = 1

    def canonical(self, value: float) -> float:
        """Convert a value in this unit to the fact's canonical unit."""
        return value * self.multiply_by / self.divide_by


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that a choice or a member list offers."""

    code: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Input:
    """Which fact a formula reads under which of its own names."""

    name: str
    fact: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that may be known about a patient: asked, or derived by a formula."""

    code: str
    topic: str
    kind: Kind
    text: str
    label: str = ""
    why: str = ""
    unit: str = ""
    unit_text: str = ""
    units: tuple[Unit, ...] = ()
    whole: bool = False
    refuse_low: float | None = None
    refuse_high: float | None = None
    confirm_low: float | None = None
    confirm_high: float | None = None
    choices: tuple[Choice, ...] = ()
    normal: str = ""
    members: tuple[Choice, ...] = ()
    drugs: bool = False
    asked_of: str = ""
    formula: str = ""
    inputs: tuple[Input, ...] = ()
    decimals: int = 1
    sources: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Give the short name under which a value is printed."""
        return self.label or self.code.replace("_", " ")

    @property
    def precision(self) -> float:
        """Give one unit of a number: the smallest difference in which it is asked or printed."""
        return 1.0 if self.whole else 1 / 10**self.decimals


@dataclass(frozen=True, slots=True)
class Members:
    """Which members of a list are known to be present, which absent, and whether the list is complete."""

    present: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Trial:
    """An earlier or current treatment: daily dose in the treatment's unit, weeks, outcome, still taking."""

    treatment: str
    outcome: Outcome | None = None
    daily_dose: float | None = None
    weeks: float | None = None
    still_taking: bool | None = None


Value = bool | float | str | Members | tuple[Trial, ...]


@dataclass(frozen=True, slots=True)
class State:
    """What is known of one fact: a value; or "no by rule"; or unknown, with what could settle it or why nothing can."""

    value: Value | None = None
    no_by_rule: bool = False
    open: frozenset[str] = frozenset()
    refusal: str = ""
    variants: Mapping[str, float] = field(default_factory=dict)
    method: str = ""

    @property
    def known(self) -> bool:
        """Say whether a criterion may be settled by this fact."""
        return self.no_by_rule or self.value is not None


NO_BY_RULE = State(no_by_rule=True)
