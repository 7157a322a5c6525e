"""The regimen: a dose told in plain values, with the bands, notes and table cells of every range that had a say."""

from . import wording
from .citation import mark
from .dose import Cell, DoseRange
from .dosing import BASE, inside
from .limit import PERCENT, Amounts, Dose
from .plate import Table
from .telling import Telling
from .truth import YES


def told(telling: Telling, dose: Dose) -> Table:
    """Tell a dose: how much, by which ranges, and what they say."""
    row, rules = dose.binding, [row for row, _ in dose.ranges]
    bases: list[Amounts] = [rules[0], *[dose.ranges[0][1]] * (len(rules) - 1)]
    sources = tuple(dict.fromkeys([source for rule in rules for source in rule.sources]))
    return {
        "axis": row.axis,
        "kind": row.kind,
        "start": dose.start,
        "start_text": _start_text(dose),
        "step": row.step,
        "usual": list(dose.usual) if dose.usual else None,
        "maximum": dose.maximum,
        "unit": row.unit,
        "schedule": row.schedule,
        "jurisdiction": telling.jurisdiction,
        "band": _joined([_band(telling, rule) for rule in rules], "; "),
        "rule": row.code,
        "rules": [rule.code for rule in rules],
        "note": _joined([_note(row, base) for row, base in zip(rules, bases, strict=True)], " "),
        "titration": [{"day": step.day, "dose": step.dose, "text": step.text} for step in row.titration],
        "cells": [_cell(telling, cell) for cell in next((rule.cells for rule in rules if rule.cells), ())],
        "sources": telling.cited(sources),
        "mark": mark(sources),
    }


def _joined(said: list[str], joint: str) -> str:
    return joint.join(dict.fromkeys(filter(None, said)))


def _start_text(dose: Dose) -> str:
    """Take the words of the most specific row: the axes come after the base, and the later has the last word."""
    said = [row.start_text for row, allowed in dose.ranges if allowed.start == dose.start and row.start_text]
    return said[-1] if said else ""


def _band(telling: Telling, row: DoseRange) -> str:
    patient, book = telling.patient, telling.patient.book
    if row.band and inside(patient, row.band) is YES:
        return wording.band(book, row.band) + wording.edge(patient, row.band)
    limited_to = row.or_population or (row.population if row.axis is not BASE and not row.band else "")
    return book.titles[limited_to] if limited_to else ""


def _note(row: DoseRange, base: Amounts) -> str:
    whole = base.maximum
    if row.kind is not PERCENT or whole is None:
        return row.note
    shares = dict.fromkeys((row.percent_low or 0, row.percent_high or row.percent_low or 0))
    span = " to ".join([f"{share:g}" for share in shares])
    ceiling = " to ".join([f"{whole * share / 100:g}" for share in shares])
    return f"{span} % of the usual dose: at most {ceiling} {row.unit}. {row.note}".strip()


def _cell(telling: Telling, cell: Cell) -> Table:
    return {
        "normal": cell.normal,
        "low": cell.low,
        "high": cell.high,
        "text": cell.text,
        "sources": telling.cited(cell.sources),
        "mark": mark(cell.sources),
    }
