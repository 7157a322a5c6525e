"""Naming: what a clinician calls a row of a rulebook, by what it is about and never by its code."""

from collections.abc import Iterable

from .. import wording
from ..compilation import Compiled
from ..dose import Axis, DoseKind, DoseRange
from ..evidence import EffectEstimate, Position, Statement
from ..rulebook import Alert, Case, Contraindication, Impossible, Option
from ..soundness import JURISDICTIONS
from ..synonym import Synonym
from ..treatment import Monitoring, Safety
from .row import Key, listed, rows


AXES = {
    Axis.BASE: "usual dose",
    Axis.RENAL: "by kidney function",
    Axis.HEPATIC: "by liver function",
    Axis.AGE: "by age",
    Axis.INTERACTION: "with other medicines",
}
NAMED_BY = ("name", "title", "question")
MOST_NAMED, LONGEST = 3, 80


class Names:
    """The names that one edition gives to its rows."""

    def __init__(self, book: Compiled) -> None:
        self.book = book
        self.rows = rows(book.rulebook)

    def name(self, section: str, code: str) -> str:
        """Name a row shortly; a code that names nothing is given back."""
        row = self.rows.get((section, code))
        if isinstance(row, Position):
            return f"{row.body} {row.year}"
        if isinstance(row, Synonym):
            return shortened(f"words asked with: {', '.join(row.terms)}")
        said = (getattr(row, part, "") for part in NAMED_BY)
        return next((text for text in said if isinstance(text, str) and text), code)

    def title(self, key: Key) -> str:
        """Name a row as the heading of what changed in it."""
        section, code = key
        said = _composed(self, self.rows.get(key)) or self.name(section, code)
        return wording.sentence(said or section.replace("_", " "))

    def treated(self, row: object) -> str:
        """Name the treatments and classes that a rule is about, the first of them if they are many."""
        names = [self.name("treatments", code) for code in (*listed(row, "treatment"), *listed(row, "treatments"))]
        names += [self.name("drug_classes", code) for code in listed(row, "drug_classes")]
        more = [f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED + 1 else []
        return joined([*names[:MOST_NAMED], *more] if more else names)

    def places(self, codes: Iterable[str]) -> str:
        """Name jurisdictions by the texts of their choices."""
        fact = self.book.facts.get(JURISDICTIONS)
        texts = {choice.code: choice.text for choice in fact.choices} if fact else {}
        return joined([texts.get(code, code) for code in codes])

    def population(self, code: str) -> str:
        """Name a population in the words of its editor."""
        return self.name("populations", code)


def joined(names: Iterable[str]) -> str:
    """List names with commas and a last "and"."""
    said = list(names)
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)


def enumerated(names: Iterable[str]) -> str:
    """List names with commas, or with semicolons where a name has commas of its own."""
    said = list(names)
    return ("; " if any("," in name for name in said) else ", ").join(said)


def shortened(text: str) -> str:
    """Cut a long text after a word."""
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0] + " …"


def _composed(names: Names, row: object) -> str:
    """Name rows that carry no name of their own by what they say of whom."""
    match row:
        case DoseRange():
            return _dose(names, row)
        case Option():
            return f"{names.treated(row)} for {names.population(row.population)}"
        case Contraindication():
            where = f", {names.places(row.jurisdictions)}" if row.jurisdictions else ""
            return f"{names.treated(row)}: {names.population(row.population)} ({row.severity}{where})"
        case Alert() | Impossible():
            return names.population(row.population)
        case EffectEstimate():
            return f"{names.treated(row)}, {row.measure}: {row.outcome}"
        case Monitoring():
            return f"{names.treated(row)}, monitoring ({row.phase})"
        case Safety():
            return f"{names.treated(row)}, {row.topic.replace('_', ' ')}"
        case Position():
            return " on ".join(part for part in (f"{row.body} {row.year}", names.treated(row)) if part)
        case Statement():
            return f"{row.section.replace('_', ' ')}: “{shortened(row.text)}”"
        case Case():
            return f"{row.code}: {row.title}"
    return ""


def _dose(names: Names, row: DoseRange) -> str:
    band = wording.band(names.book, row.band) if row.band else ""
    also = f"{band} or {names.population(row.or_population)}".strip() if row.or_population else band
    extra = "in addition" if row.kind is DoseKind.SUPPLEMENT else ""
    whom = [names.population(code) for code in (row.population, row.indication) if code]
    axis = "" if band or (row.population and row.axis is not Axis.BASE) else AXES[row.axis]
    said = (names.treated(row), axis, also, extra, *whom, names.places(row.jurisdictions))
    return ", ".join(part for part in said if part)
