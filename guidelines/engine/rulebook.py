"""The rulebook: an edition's content as immutable records, the only thing the engine reads."""

from dataclasses import dataclass
from enum import StrEnum

from .dose import DoseRange
from .evidence import Disagreement, EffectEstimate, Position, Reference, Statement
from .fact import Fact
from .population import Population
from .synonym import Synonym
from .treatment import Drug, DrugClass, Maker, Monitoring, Safety, Treatment


class Severity(StrEnum):
    """How strongly a contraindication speaks: the first two exclude, a caution does not."""

    CONTRAINDICATED = "contraindicated"
    AVOID = "avoid"
    CAUTION = "caution"


class Effect(StrEnum):
    """What an alert does to the advice."""

    STOP = "stop"
    WITHHOLD = "withhold"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Guideline:
    """The topic: the clinical question, for whom, by whom."""

    slug: str
    title: str
    question: str
    summary: str
    intended_for: str
    disclaimer: str
    owner: str
    review_by: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of the wizard."""

    code: str
    title: str
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """The place of a treatment in the guideline for a population."""

    code: str
    treatment: str
    population: str
    line: int
    rank: int
    strength: str
    certainty: str
    sources: tuple[str, ...]
    follows: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Contraindication:
    """A population in which treatments or classes are contraindicated, to be avoided or used with caution."""

    code: str
    population: str
    severity: Severity
    reason: str
    action: str
    sources: tuple[str, ...]
    treatments: tuple[str, ...] = ()
    drug_classes: tuple[str, ...] = ()
    interaction: bool = False
    jurisdictions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alert:
    """A population that stops, withholds or warns."""

    code: str
    population: str
    effect: Effect
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Impossible:
    """A population no patient can be in: answers that say so are refused with its message."""

    code: str
    population: str
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """A worked patient and the advice it must give, in lines an editor can read; `rest` answers what is left out."""

    code: str
    title: str
    answers: str
    expects: str
    rest: str = "normal"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Everything an edition says, in the order in which it is shown."""

    guideline: Guideline
    topics: tuple[Topic, ...]
    facts: tuple[Fact, ...]
    populations: tuple[Population, ...]
    treatments: tuple[Treatment, ...]
    options: tuple[Option, ...]
    references: tuple[Reference, ...]
    impossible: tuple[Impossible, ...] = ()
    alerts: tuple[Alert, ...] = ()
    drugs: tuple[Drug, ...] = ()
    drug_classes: tuple[DrugClass, ...] = ()
    makers: tuple[Maker, ...] = ()
    dose_ranges: tuple[DoseRange, ...] = ()
    effects: tuple[EffectEstimate, ...] = ()
    contraindications: tuple[Contraindication, ...] = ()
    monitoring: tuple[Monitoring, ...] = ()
    safety: tuple[Safety, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    cases: tuple[Case, ...] = ()
