"""Edits: every field of every record changed, one at a time, to something else that the guideline could soundly say."""

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from types import UnionType
from typing import get_args, get_origin

from guidelines.engine import document, soundness, vocabulary
from guidelines.engine.decoding import hints
from guidelines.engine.formula import FORMULAS
from guidelines.engine.rulebook import Rulebook
from tests.spec import ward
from tests.spec.ward_rules import band, dose


ENOUGH = 2
SOURCES = {"sources": ["R1", "R2"]}
TABLE = {"cells": [{"normal": 100, "low": 50, "high": 60, "text": "half"}, {"normal": 200, "low": 100, "high": 100}]}
STEPS = {"titration": [{"day": 1, "dose": 10, "text": "at night"}, {"day": 8, "dose": 20}]}
AMOUNTS = {"start": 10, "usual_low": 20, "usual_high": 60, "maximum": 90, "step_amount": 10, "step_days": 7}
RICH = {
    "topics": [{"code": "kidney", "title": "The kidney"}],
    "drugs": [
        {"code": "zincol", "name": "Zincol", "synonyms": ["Z", "Zn"]}
        | {"identifiers": [{"system": "ATC", "code": "A12CB", "index_year": "2025", **SOURCES}]}
    ],
    "makers": [{"code": "acme", "name": "Acme", "drugs": ["alphadone", "betadone"], **SOURCES}],
    "synonyms": [
        {"code": "smear", "terms": ["smear", "slime"], "treatments": ["gel"], "drugs": ["zincol"], "means": "the gel"}
        | {"drug_classes": ["dones"], "facts": ["smoker"], "populations": ["ache"]}
    ],
    "statements": [
        {"code": "S3", "section": "pitfalls", "text": "Do not rub.", **SOURCES}
        | {"renderings": [{"language": "fr", "text": "Ne pas frotter.", "student": "Car…", "patient": "Non."}]}
    ],
    "safety": [{"code": "s_gel", "topic": "renal", "text": "Less.", "treatments": ["gel", "rest"], **SOURCES}],
    "treatments": [
        {"code": "zinc", "name": "Zinc", "kind": "drug", "summary": "", "drug": "zincol", "form": "tablet", **SOURCES}
        | {"strengths": [{"amounts": [10, 20], "unit": "mg", "jurisdictions": ["us"], "form": "tablet", **SOURCES}]}
    ],
    "dose_ranges": [
        dose("z_base", "zinc", "base", **AMOUNTS, **TABLE, **STEPS, jurisdictions=["us", "eu"]),
        dose("z_part", "zinc", "renal", "percent", band=band(40, 50), percent_low=10, percent_high=20, per=30),
    ],
}
CODES = {
    **dict.fromkeys(("treatment", "treatments"), ("treatments",)),
    **dict.fromkeys(("drug", "drugs", "members"), ("drugs",)),
    **dict.fromkeys(("population", "indication", "or_population", "asked_of"), ("populations",)),
    **dict.fromkeys(("follows", "superseded_by", "positions"), ("positions",)),
    **dict.fromkeys(("fact", "or_taking"), ("facts",)),
    **dict.fromkeys(("values", "besides"), ("drugs", "drug_classes", "treatments")),
    "drug_classes": ("drug_classes",),
    "sources": ("references",),
    "topic": ("topics",),
    **{name: (name,) for name in ("facts", "populations")},
}
"""Fields that hold codes, and of which sections."""

WORDS = {name: [str(word) for word in words] for _, name, words in vocabulary.WORDS} | {
    "formula": [*FORMULAS],
    "jurisdictions": ["us", "eu", "uk"],
    "review_by": ["2030-01-31"],
    "language": ["de", "pt-BR"],
    "normal": ["ache", "mild", "grade_1_2"],
    "values": ["ache", "itch", "male", "b"],
}


def made():
    """Give the made-up guideline with a value in nearly every field."""
    return document.read(ward.document_of(**RICH))


def edits(book):
    """Yield a few edits of each field of each record: the record and field, the place, and the guideline after it."""
    done = Counter()
    for section in fields(Rulebook):
        held = getattr(book, section.name)
        for place, row in enumerate(held) if isinstance(held, tuple) else [(None, held)]:
            for what, other in _others(book, type(row), row):
                if done[what] < ENOUGH and other != row:
                    after = replace(book, **{section.name: _put(held, place, other)})
                    if not soundness.faults(after):
                        done[what] += 1
                        yield what, section.name if place is None else f"{section.name}[{row.code}]", after


def every_field(kind=Rulebook):
    """List the fields of all records, and of the records in them, but for the codes by which rows are known."""
    found = set()
    for part in fields(kind):
        inner = _record(hints(kind)[part.name])
        found |= every_field(inner) if inner else set()
        found |= {(kind.__name__, part.name)} if kind is not Rulebook and part.name != "code" else set()
    return found


def _record(hint):
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    return next((inner for inner in map(_record, get_args(hint)) if inner), None)


def _put(held, place, row):
    return row if place is None else (*held[:place], row, *held[place + 1 :])


def _others(book, kind, record):
    """Yield for each field of a record, and of the records in it, the record with something else there."""
    for part in fields(kind):
        if part.name != "code":
            for what, other in _values(book, part.name, hints(kind)[part.name], getattr(record, part.name)):
                yield what or (kind.__name__, part.name), replace(record, **{part.name: other})


def _values(book, name, hint, value):
    """Yield other values of a field; with a value that differs inside a record, which field of that record."""
    if isinstance(hint, UnionType):
        yield from [(None, None)] if value is not None else []
        yield from _values(book, name, get_args(hint)[0], 1 if value is None else value)
    elif get_origin(hint) is tuple:
        yield from _lists(book, name, get_args(hint)[0], value)
    elif isinstance(hint, type) and is_dataclass(hint):
        yield from _others(book, hint, value) if is_dataclass(value) else []
    else:
        yield from ((None, other) for other in _simple(book, name, hint, value))


def _simple(book, name, hint, value):
    if hint is bool:
        return [not value]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return [*hint]
    return _words(book, name, value) if hint is str else [value + 1, value * 1.0000001, value - 1]


def _words(book, name, value):
    codes = [row.code for section in CODES.get(name, ()) for row in getattr(book, section)]
    return [*WORDS.get(name, ()), *codes, "once 5 mg", f"{value} again"]


def _lists(book, name, hint, value):
    yield from [(None, value[1:]), (None, value[::-1])] if value else []
    for place, item in enumerate(value):
        yield from ((what, _put(value, place, other)) for what, other in _values(book, name, hint, item))
    if hint is str:
        yield from ((None, (*value, word)) for word in _words(book, name, ""))
