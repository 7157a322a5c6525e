"""Rows: what an edition says, one row a passage, with all by which a question can find it."""

from dataclasses import dataclass, field
from enum import StrEnum

from guidelines.engine.dose import Band

from .reach import Reach


class Kind(StrEnum):
    """What a passage quotes."""

    DOSE = "dose"
    STRENGTH = "strength"
    EFFECT = "effect"
    CONTRAINDICATION = "contraindication"
    INTERACTION = "interaction"
    MONITORING = "monitoring"
    SAFETY = "safety"
    STOPPING = "stopping"
    TRIAL = "trial"
    LABELLING = "labelling"
    FORM = "form"
    TREATMENT = "treatment"
    OPTION = "option"
    STATEMENT = "statement"
    POSITION = "position"
    DISAGREEMENT = "disagreement"
    ALERT = "alert"
    CLASS = "drug_class"
    FACT = "fact"
    DERIVED = "derived"
    REFERENCE = "reference"
    MAKER = "maker"
    GUIDELINE = "guideline"


OF_ONE = frozenset(
    {Kind.DOSE, Kind.STRENGTH, Kind.STOPPING, Kind.TRIAL, Kind.LABELLING, Kind.FORM, Kind.TREATMENT, Kind.OPTION}
)
FOR_EVERYBODY = frozenset({Kind.LABELLING, Kind.FORM, Kind.STRENGTH, Kind.STOPPING, Kind.TRIAL})
WARNINGS = frozenset({Kind.CONTRAINDICATION, Kind.INTERACTION})
DEFINING = frozenset({Kind.FACT, Kind.CLASS, Kind.TREATMENT})
READ_ALONE = frozenset(Kind) - OF_ONE - WARNINGS - {Kind.EFFECT, Kind.SAFETY, Kind.MAKER, Kind.CLASS}
"""Kinds of row that answer a question which names nothing but words."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an edition as questions find it; `record` is the row itself, and `aspects` what of it can be asked for.

    `texts` say what it is about, `more` what else it says.
    `people` say in words whom it is about.
    It holds for the populations in `judged`, all of them, in its jurisdictions, and in its band or `or_population`.
    """

    kind: Kind
    code: str
    record: object
    texts: tuple[str, ...]
    more: tuple[str, ...] = ()
    treatments: frozenset[str] = frozenset()
    drugs: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    aspects: frozenset[str] = frozenset()
    judged: tuple[str, ...] = ()
    band: Band | None = None
    or_population: str = ""
    people: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    bodies: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ()
    reach: Reach = field(default_factory=Reach)
    stems: frozenset[str] = frozenset()
    whom: frozenset[str] = frozenset()
    year: int = 0
