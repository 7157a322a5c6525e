"""Sides: one row as one of two editions has it, and what its fields hold in words."""

from dataclasses import is_dataclass

from .. import citation, wording
from ..dose import Band, DoseRange
from ..fact import Choice, Fact
from ..population import Population
from ..treatment import Treatment
from .naming import Names, enumerated, joined, shortened
from .row import blanks, code_of, parts


LINKS = {
    "treatment": "treatments",
    "treatments": "treatments",
    "drug": "drugs",
    "drugs": "drugs",
    "drug_classes": "drug_classes",
    "members": "drugs",
    "population": "populations",
    "indication": "populations",
    "or_population": "populations",
    "asked_of": "populations",
    "follows": "positions",
    "superseded_by": "positions",
    "positions": "positions",
    "fact": "facts",
    "facts": "facts",
    "populations": "populations",
    "or_taking": "facts",
}
"""Fields that hold codes, and of which section."""

A_DAY = frozenset({"start", "step_amount", "usual_low", "usual_high", "maximum", "dose", "normal", "low", "high"})
OTHER_UNITS = {"step_days": "days", "adequate_weeks": "weeks"}
SHARES = {"percent_low": "% of the usual dose", "percent_high": "% of the usual dose"}
HOW = {"": "", "secondary": ", seen second-hand", "unverified": ", unverified"}
WORDS = {citation.PRACTICE: "standard professional knowledge", citation.EDITORIAL: "editorial proposal"}
NUMBERED = ("line", "rank")
PROSE = 50


class Side:
    """A row of one edition, which says what its fields hold."""

    def __init__(self, names: Names, row: object) -> None:
        self.names = names
        self.row = row
        self.parts = parts(row)
        self.blanks = blanks(row)

    def said(self, name: str, value: object) -> str:
        """Say what a field holds."""
        if value in (None, "", ()):
            return "all" if name == "jurisdictions" else "none"
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, int | float):
            return f"{name} {value}" if name in NUMBERED else f"{figure(value)} {self.unit(name)}".strip()
        if isinstance(value, tuple):
            return self._all(name, value)
        return self._record(value) if is_dataclass(value) else self.word(name, str(value))

    def unit(self, name: str) -> str:
        """Give the unit of a number: the row's own, by day, by week or in percent."""
        row = self.row
        if isinstance(row, DoseRange) and name in A_DAY:
            return row.unit.replace("/day", " a day")
        if isinstance(row, DoseRange) and name == "per" and row.band:
            return self._of_fact(self.names.book.facts.get(row.band.fact))
        if isinstance(row, Fact) and name.startswith(("refuse_", "confirm_")):
            return self._of_fact(row)
        if isinstance(row, Treatment) and name == "adequate_dose":
            doses = self.names.book.rulebook.dose_ranges
            return next((one.unit.replace("/day", " a day") for one in doses if one.treatment == row.code), "a day")
        return (OTHER_UNITS | SHARES).get(name, "")

    def word(self, name: str, value: str) -> str:
        """Say one text, source, or code by the name of what it stands for."""
        if name == "sources":
            return self._source(value)
        if name == "jurisdictions":
            return self.names.places([value])
        if name in LINKS and not (name == "members" and isinstance(self.row, Fact)):
            return self.names.name(LINKS[name], value)
        if name == "topic" and isinstance(self.row, Fact):
            return self.names.name("topics", value)
        if len(value) > PROSE or value.endswith("."):
            return f"“{value}”"
        return value.replace("_", " ") if value.islower() and " " not in value else value

    def whom(self) -> str:
        """Say whom a population takes in."""
        row = self.row
        return wording.population(self.names.book, row.code) if isinstance(row, Population) else code_of(row)

    def _all(self, name: str, values: tuple[object, ...]) -> str:
        said = [self.said(name, value) for value in values]
        return joined(said) if name == "jurisdictions" else enumerated(said)

    def _record(self, value: object) -> str:
        if isinstance(value, Band):
            return wording.band(self.names.book, value)
        if isinstance(value, Choice):
            return f"{value.text}{f' ({value.note})' if value.note else ''}"
        unsaid = blanks(value)
        given = {name: part for name, part in parts(value).items() if part != unsaid[name]}
        return ", ".join(f"{name.replace('_', ' ')} {self.said(name, part)}" for name, part in given.items())

    def _source(self, source: str) -> str:
        code = citation.reference(source)
        if not code:
            return WORDS.get(source, source)
        title = self.names.name("references", code)
        return f"{code}{f' ({shortened(title)})' if title != code else ''}{HOW.get(source.partition('/')[2], '')}"

    def _of_fact(self, fact: Fact | None) -> str:
        return fact.unit_text or fact.unit if fact else ""


def figure(number: float) -> str:
    """Print a number in full, however long."""
    short = f"{number:g}"
    return short if float(short) == number else repr(number)
