"""Gravity: how much a change in a field matters to a patient, from a contraindication down to a worked patient."""

import re
from collections import Counter
from collections.abc import Iterable

from ..fact import Choice
from ..rulebook import Alert, Effect
from .row import blanks, parts


CONTRAINDICATION, DOSE, RECOMMENDATION = "contraindication", "dose", "recommendation"
EVIDENCE, WORDING, CASE = "evidence", "wording", "case"
WEIGHTS = (CONTRAINDICATION, DOSE, RECOMMENDATION, EVIDENCE, WORDING, CASE)
INHERITED = "inherited"
"""The weight of the rules that rest on the row, however indirectly."""

SECTIONS = {
    "guideline": WORDING,
    "topics": WORDING,
    "references": EVIDENCE,
    "makers": EVIDENCE,
    "synonyms": WORDING,
    "dose_ranges": DOSE,
    "effects": EVIDENCE,
    "contraindications": CONTRAINDICATION,
    "positions": EVIDENCE,
    "disagreements": EVIDENCE,
    "cases": CASE,
}
"""Of whole rows, and of fields that no table below names; what is not named here, also what is new, is a recommendation."""

EVERYWHERE = {"sources": EVIDENCE, "review_by": EVIDENCE, "identifiers": EVIDENCE} | dict.fromkeys(
    ("name", "title", "label", "why", "intro", "synonyms", "summary"), WORDING
)
FIELDS = {
    **dict.fromkeys((("guideline", name) for name in ("question", "intended_for")), RECOMMENDATION),
    **dict.fromkeys((("facts", name) for name in ("topic", "text", "decimals")), WORDING),
    **dict.fromkeys((("statements", name) for name in ("section", "text", "student", "patient")), WORDING),
    **dict.fromkeys((("statements", name) for name in ("claim", "verdict", "finding")), EVIDENCE),
    **dict.fromkeys((("treatments", name) for name in ("drug", "adequate_dose", "adequate_weeks")), INHERITED),
    **dict.fromkeys((("treatments", name) for name in ("form", "strengths")), DOSE),
    **dict.fromkeys(((section, "patient") for section in ("treatments", "monitoring", "safety")), WORDING),
    ("populations", "join"): INHERITED,
    ("populations", "lines"): INHERITED,
    ("drug_classes", "members"): INHERITED,
    ("contraindications", "reason"): WORDING,
    ("contraindications", "action"): RECOMMENDATION,
    ("dose_ranges", "note"): RECOMMENDATION,
    ("alerts", "text"): RECOMMENDATION,
}
IN_ORDER = (("dose_ranges", "cells"), ("dose_ranges", "titration"))

ADVISING = frozenset(
    {"options", "contraindications", "alerts", "monitoring", "safety", "statements", "treatments", "dose_ranges"}
)
AMOUNT = re.compile(
    r"\d\s?(?:mg|g|µg|mcg|micrograms?|ml|iu|units?|patch(?:es)?|tablets?|capsules?|drops?|sprays?)\b(?!\s?/\s?[dmµ]?l\b)",
    re.IGNORECASE,
)
FIGURE = re.compile(
    r"\d+(?:[.,]\d+)*|\b(?:once|twice|one|two|three|four|five|six|half|double|daily|hourly|weekly)\b", re.IGNORECASE
)


def of_fields(section: str, before: object | None, after: object | None) -> set[str]:
    """Weigh every field that differs; a row that came or went differs from a blank one, and weighs as a whole too."""
    known = [row for row in (before, after) if row is not None]
    was, now = (blanks(known[0]) if row is None else parts(row) for row in (before, after))
    whole = worst(of_row(section, row) for row in known)
    changed = [name for name in now if name != "code" and was[name] != now[name]]
    return {of(section, name, was[name], now[name], whole) for name in changed} | (
        {whole} if len(known) == 1 else set()
    )


def of(section: str, name: str, before: object, after: object, whole: str) -> str:
    """Weigh a change in one field of a row; `whole` is what the row weighs, and a field of which nothing is said."""
    if section == "cases":
        return CASE
    if _only_moved(before, after) and (section, name) not in IN_ORDER:
        return WORDING
    if section == "facts" and name not in EVERYWHERE:
        return _of_fact(name, before, after)
    weight = EVERYWHERE.get(name) or FIELDS.get((section, name), whole)
    return worst([weight, DOSE]) if section in ADVISING and _other_doses(section, before, after) else weight


def of_row(section: str, row: object) -> str:
    """Weigh a whole row; an alert that stops is a contraindication of every treatment."""
    stops = isinstance(row, Alert) and row.effect is Effect.STOP
    return CONTRAINDICATION if stops else SECTIONS.get(section, RECOMMENDATION)


def worst(weights: Iterable[str]) -> str:
    """Give the heaviest of some weights."""
    return min(weights, key=WEIGHTS.index)


def _of_fact(name: str, before: object, after: object) -> str:
    """Weigh a question: its meaning is that of the rules that ask it, its wording is not, unless a figure changed in it."""
    if _figures(before) != _figures(after):
        return INHERITED
    listed = [choice for value in (before, after) if isinstance(value, tuple) for choice in value]
    if listed and all(isinstance(choice, Choice) for choice in listed):
        same = _codes(before) == _codes(after) and not _swapped(before, after)
        return WORDING if same else INHERITED
    return FIELDS.get(("facts", name), INHERITED)


def _codes(choices: object) -> Counter[str]:
    return Counter(one.code for one in choices if isinstance(one, Choice)) if isinstance(choices, tuple) else Counter()


def _swapped(before: object, after: object) -> bool:
    """Say whether a choice now reads as another did: whoever ticks it would say something else."""
    was, now = (
        {one.code: one.text for one in side if isinstance(one, Choice)}
        for side in (before, after)
        if isinstance(side, tuple)
    )
    return any(text in was.values() and was.get(code) != text for code, text in now.items())


def _other_doses(section: str, before: object, after: object) -> bool:
    """Say whether a text gives another dose than before: it names an amount, and its figures differ."""
    if not isinstance(before, str) or not isinstance(after, str):
        return False
    told = section == "dose_ranges" or AMOUNT.search(before) or AMOUNT.search(after)
    return bool(told) and _figures(before) != _figures(after)


def _figures(value: object) -> list[str]:
    if isinstance(value, tuple):
        return [figure for one in value if isinstance(one, Choice) for figure in _figures(one.text)]
    return [word.lower() for word in FIGURE.findall(value)] if isinstance(value, str) else []


def _only_moved(before: object, after: object) -> bool:
    return isinstance(before, tuple) and isinstance(after, tuple) and Counter(before) == Counter(after)
