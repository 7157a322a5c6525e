"""Dose ranges: how much of a treatment, for whom, limited by what."""

from dataclasses import dataclass
from enum import StrEnum


class Axis(StrEnum):
    """What a dose range is limited by; gaps and overlaps are faults within one axis."""

    BASE = "base"
    RENAL = "renal"
    HEPATIC = "hepatic"
    AGE = "age"
    INTERACTION = "interaction"


class DoseKind(StrEnum):
    """How the numbers of a dose range are to be read."""

    ABSOLUTE = "absolute"
    PERCENT = "percent"
    PROPORTIONAL = "proportional"
    SUPPLEMENT = "supplement"


@dataclass(frozen=True, slots=True)
class Band:
    """An interval of a number fact; each bound open or closed."""

    fact: str
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of an adjustment table: the dose for a normal daily dose; low and high when the source gives a range."""

    normal: float
    low: float
    high: float
    text: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Titration:
    """One step of a sourced titration: from which day which daily dose."""

    day: int
    dose: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class DoseRange:
    """Doses of a treatment for an indication on one axis in some jurisdictions; amounts are per day in `unit`."""

    code: str
    treatment: str
    axis: Axis
    kind: DoseKind
    unit: str
    schedule: str
    sources: tuple[str, ...]
    indication: str = ""
    population: str = ""
    band: Band | None = None
    or_population: str = ""
    jurisdictions: tuple[str, ...] = ()
    start: float | None = None
    start_text: str = ""
    step: str = ""
    step_amount: float | None = None
    step_days: int | None = None
    usual_low: float | None = None
    usual_high: float | None = None
    maximum: float | None = None
    percent_low: float | None = None
    percent_high: float | None = None
    per: float | None = None
    cells: tuple[Cell, ...] = ()
    titration: tuple[Titration, ...] = ()
    note: str = ""
