"""Treatments: the drugs and measures that a guideline can place, their classes, strengths and monitoring."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Identifier:
    """A code of a drug in a code system (ATC with its index year, RxCUI)."""

    system: str
    code: str
    index_year: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drug:
    """A substance that a patient may take or a treatment may contain."""

    code: str
    name: str
    identifiers: tuple[Identifier, ...] = ()
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DrugClass:
    """A named class of drugs and its members."""

    code: str
    name: str
    members: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Strength:
    """The marketed strengths of a treatment in some jurisdictions, in its unit."""

    amounts: tuple[float, ...]
    unit: str
    sources: tuple[str, ...]
    form: str = ""
    jurisdictions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Treatment:
    """A drug in one form, or a measure without a drug."""

    code: str
    name: str
    kind: str
    summary: str
    sources: tuple[str, ...]
    drug: str = ""
    form: str = ""
    labelling: str = ""
    stopping: str = ""
    adequate_dose: float | None = None
    adequate_weeks: float | None = None
    adequate_trial: str = ""
    strengths: tuple[Strength, ...] = ()
    patient: str = ""


@dataclass(frozen=True, slots=True)
class Monitoring:
    """What to check before, during or on stopping a treatment; for patients, what to tell, to look out for, or to do.

    What is urgent sends a patient for help at once.
    """

    code: str
    phase: str
    text: str
    sources: tuple[str, ...]
    treatments: tuple[str, ...] = ()
    drug_classes: tuple[str, ...] = ()
    population: str = ""
    patient: str = ""
    urgent: bool = False


class Topic(StrEnum):
    """What must be known of a drug before anybody recommends it."""

    PREGNANCY = "pregnancy"
    RENAL = "renal"
    HEPATIC = "hepatic"
    INTERACTIONS = "interactions"
    BOXED_WARNING = "boxed_warning"
    OVERDOSE = "overdose"


@dataclass(frozen=True, slots=True)
class Safety:
    """What is known of treatments or classes on one topic of safety; "none known" is something known, a blank is not."""

    code: str
    topic: Topic
    text: str
    sources: tuple[str, ...]
    treatments: tuple[str, ...] = ()
    drug_classes: tuple[str, ...] = ()
    patient: str = ""


@dataclass(frozen=True, slots=True)
class Maker:
    """A company, and the drugs that it makes or markets: who declares an interest in it does not approve them."""

    code: str
    name: str
    drugs: tuple[str, ...]
    sources: tuple[str, ...]
