"""Evidence: references, effect estimates, statements, and the positions in which bodies disagree."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """A publication, label or page; `verification` says how this record itself was seen."""

    code: str
    kind: str
    title: str
    verification: str
    authors: str = ""
    source: str = ""
    year: int | None = None
    doi: str = ""
    pmid: str = ""
    url: str = ""
    note: str = ""
    review_by: str = ""
    retracted: bool = False


@dataclass(frozen=True, slots=True)
class EffectEstimate:
    """A number for benefit or harm with everything needed to read it; `high` is none with `unbounded` for no clear effect.

    Where the source counts them: in how many of how many people the outcome came about, treated and in comparison.
    """

    code: str
    measure: str
    outcome: str
    comparator: str
    dose: str
    weeks: str
    people: str
    sources: tuple[str, ...]
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unbounded: bool = False
    text: str = ""
    treatments: tuple[str, ...] = ()
    drug_classes: tuple[str, ...] = ()
    population: str = ""
    note: str = ""
    review_by: str = ""
    responders: int | None = None
    treated: int | None = None
    control_responders: int | None = None
    control_treated: int | None = None


@dataclass(frozen=True, slots=True)
class Rendering:
    """A statement in another language than its edition's, for each audience."""

    language: str
    text: str
    student: str = ""
    patient: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the guideline in a section; with claim, verdict and finding when it answers the source article."""

    code: str
    section: str
    text: str
    sources: tuple[str, ...]
    student: str = ""
    patient: str = ""
    population: str = ""
    claim: str = ""
    verdict: str = ""
    finding: str = ""
    renderings: tuple[Rendering, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """What one body says of treatments in a group of people."""

    code: str
    body: str
    year: str
    people: str
    stance: str
    text: str
    sources: tuple[str, ...]
    treatments: tuple[str, ...] = ()
    strength: str = ""
    certainty: str = ""
    superseded_by: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Positions side by side on one question, shown to a population."""

    code: str
    question: str
    positions: tuple[str, ...]
    population: str = ""
    summary: str = ""
