"""The vocabulary: which words stand where a rulebook may use only certain words, and what its synonyms stand for."""

import re
from collections.abc import Iterator
from datetime import date

from . import synonym
from .decoding import Fault
from .evidence import Rendering
from .rulebook import Rulebook
from .synonym import Synonym


WORD = re.compile(r"\w")
SECTIONS = (
    "introduction",
    "first_line",
    "alternatives",
    "topical",
    "response",
    "second_line",
    "non_drug",
    "prevention",
    "special_populations",
    "not_recommended",
    "pitfalls",
    "provenance",
)
STANCES = (
    "first_line",
    "second_line",
    "third_line",
    "consider",
    "no_recommendation",
    "against",
    "rescue_only",
    "other",
)
WORDS = (
    ("treatments", "kind", ("drug", "topical", "procedure", "supplement", "measure")),
    ("options", "line", (1, 2, 3)),
    ("effects", "measure", ("NNT", "NNH", "RR", "SMD", "percent")),
    ("monitoring", "phase", ("before", "during", "stopping")),
    ("statements", "section", SECTIONS),
    ("statements", "verdict", ("", "supported", "partly", "differs", "disputed", "gap", "duplicate")),
    ("positions", "stance", STANCES),
    ("references", "verification", ("primary", "secondary", "unverified")),
    ("cases", "rest", ("normal", "nothing")),
)
"""Section, field, and the words that it may hold."""

NEEDED = (
    ("facts", "topic"),
    ("options", "treatment"),
    ("options", "population"),
    ("dose_ranges", "treatment"),
    ("contraindications", "population"),
    ("alerts", "population"),
    ("impossible", "population"),
)
"""Section, and the field whose code is never left out."""

MEANT = {
    "treatments": "treatment",
    "drugs": "drug",
    "drug_classes": "drug class",
    "facts": "fact",
    "populations": "population",
}
"""Sections whose rows a synonym can stand for, and what one of them is called."""

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def faults(rulebook: Rulebook) -> list[Fault]:
    """List every word that stands where only others may, since a slip would hide its row from every page; codes that are
    blank where one is needed; what is no date; synonyms that stand for nothing; and renderings that nobody would read."""
    return [*_words(rulebook), *_blanks(rulebook), *_dates(rulebook), *_synonyms(rulebook), *_renderings(rulebook)]


def _words(rulebook: Rulebook) -> list[Fault]:
    return [
        Fault(
            f"{section}[{row.code}].{name}",
            f'"{said}" must be one of {", ".join(str(word) for word in words if word)}.',
        )
        for section, name, words in WORDS
        for row in getattr(rulebook, section)
        if (said := getattr(row, name)) not in words
    ]


def _blanks(rulebook: Rulebook) -> list[Fault]:
    return [
        Fault(f"{section}[{row.code}]", f"names no {name}.")
        for section, name in NEEDED
        for row in getattr(rulebook, section)
        if not getattr(row, name)
    ]


def _dates(rulebook: Rulebook) -> list[Fault]:
    dated = [("guideline", rulebook.guideline.review_by)]
    dated += [(f"references[{record.code}]", record.review_by) for record in rulebook.references]
    dated += [(f"effects[{effect.code}]", effect.review_by) for effect in rulebook.effects]
    said = "review_by must be a date such as 2027-11-30."
    return [Fault(place, said) for place, day in dated if day and not _is_date(day)]


def _synonyms(rulebook: Rulebook) -> list[Fault]:
    known = {section: {row.code for row in getattr(rulebook, section)} for section in MEANT}
    return [
        Fault(f"synonyms[{row.code}]", text)
        for row in rulebook.synonyms
        for text in (*_odd(row), *_unmeant(row, known))
    ]


def _odd(row: Synonym) -> Iterator[str]:
    if not any(term.strip() for term in row.terms):
        yield "holds no word."
    for term in row.terms:
        if len(synonym.parts(term)) > 1 and not all(WORD.search(way) for ways in synonym.parts(term) for way in ways):
            yield f'the term "{term}" has an empty part; write words on both sides of every + and every /.'
    if not LANGUAGE.fullmatch(row.language):
        yield f'"{row.language}" is no language code such as en or de.'
    if not row.means.strip() and not any(getattr(row, section) for section in MEANT):
        yield "stands for nothing; name what the words mean."


def _unmeant(row: Synonym, known: dict[str, set[str]]) -> Iterator[str]:
    for section, what in MEANT.items():
        for code in getattr(row, section):
            if code not in known[section]:
                yield f'names the {what} "{code}", which does not exist.'


def _renderings(rulebook: Rulebook) -> list[Fault]:
    return [
        Fault(f"statements[{statement.code}].renderings[{place}]", text)
        for statement in rulebook.statements
        for place, one in enumerate(statement.renderings)
        for text in _misplaced(one, statement.renderings[:place])
    ]


def _misplaced(one: Rendering, before: tuple[Rendering, ...]) -> Iterator[str]:
    if not LANGUAGE.fullmatch(one.language):
        yield f'"{one.language}" is no language code such as en or de.'
    if one.language in {earlier.language for earlier in before}:
        yield f'"{one.language}" has a wording already; keep one of the two.'
    if not one.text.strip():
        yield "holds no words."


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
