"""Dosage: every dose range of a treatment as tables, one for each country and problem, with the bands as rows."""

from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor import numeral
from advisor.sheet import dose
from advisor.sheet.amount import figure, joined, span, titled
from guidelines.engine import wording
from guidelines.engine.citation import mark
from guidelines.engine.dose import Axis, DoseKind
from guidelines.engine.dosing import JURISDICTION


TITLES = {
    Axis.BASE: gettext_lazy("Usual dose"),
    Axis.RENAL: gettext_lazy("By kidney function"),
    Axis.HEPATIC: gettext_lazy("By liver function"),
    Axis.AGE: gettext_lazy("By age"),
    Axis.INTERACTION: gettext_lazy("With other medicines"),
}
# In the first column of a table stands for whom a row holds, in the second how much, in the third how.
AMOUNTS = ("start", "titration", "usual", "maximum")
UNUSED = "not to be used"


def axes(rules, book):
    """Give the dose tables of a treatment, axis by axis."""
    told = []
    for axis, ranges in groupby(rules.doses, key=lambda row: row.axis):
        listed = list(ranges)
        keys = dict.fromkeys(_key(row) for row in listed)
        tables = [_table([row for row in listed if _key(row) == key], book) for key in keys]
        told.append({"code": str(axis), "title": TITLES[axis], "tables": tables})
    return told


def brief(rules):
    """Say the span of starts and of maxima over every problem and country; nothing where no dose is given."""
    bases = [row for row in rules.doses if row.axis is Axis.BASE]
    return {
        "start": _span([row.start for row in bases], bases),
        "maximum": _span([row.maximum for row in bases], bases),
        "bands": sum(row.axis is Axis.RENAL for row in rules.doses),
    }


def where(jurisdictions, book):
    """Name the countries in which something holds; nothing where it holds everywhere."""
    names = {choice.code: choice.text for choice in book.facts[JURISDICTION].choices}
    return joined([names.get(code, code) for code in jurisdictions])


def _key(row):
    return row.jurisdictions, () if row.axis is Axis.BASE else (row.indication,)


def _table(rows, book):
    first = rows[0]
    whom = book.titles[first.indication] if first.indication and first.axis is not Axis.BASE else ""
    cells = [cell for row in rows for cell in row.cells]
    normals = sorted({cell.normal for cell in cells})
    return {
        "title": titled(
            "; ".join(part for part in (where(first.jurisdictions, book) or _("Everywhere"), whom) if part)
        ),
        "rows": [_row(row, book) for row in rows],
        "unit": numeral.unit(first.unit),
        "normals": [figure(normal) for normal in normals],
        "bands": [_band(row, normals, book) for row in rows if row.cells],
        "pending": mark(tuple(source for cell in cells for source in cell.sources)),
    }


def _row(row, book):
    lines = dose.shown(_told(row))["lines"]
    return {
        "code": row.code,
        "whom": _whom(row, book),
        "extra": _("In addition") if row.kind is DoseKind.SUPPLEMENT else "",
        "amounts": [_("not to be used")] if row.maximum == 0 else _amounts(row, lines),
        "ways": [_way(line) for line in lines if line["code"] not in AMOUNTS and line["words"] != UNUSED],
        "sources": row.sources,
        "mark": mark(row.sources),
    }


def _way(line):
    return line["words"] if line["code"] == "note" else f"{line['label']}: {line['words']}"


def _amounts(row, lines):
    said = [f"{line['label']}: {line['words']}" for line in lines if line["code"] in AMOUNTS]
    if row.kind is DoseKind.PERCENT:
        share = span(row.percent_low, row.percent_high or row.percent_low)
        said.insert(0, _("%(share)s %% of the usual dose") % {"share": share})
    if row.kind is DoseKind.PROPORTIONAL:
        said.append(_("these at %(bound)s, below that reduced in proportion") % {"bound": figure(row.per)})
    return said or [row.schedule]


def _told(row):
    """Tell a range as an advice tells a dose, so that both are printed alike."""
    return {
        "kind": str(row.kind),
        "start": row.start,
        "start_text": row.start_text,
        "step": row.step,
        "titration": [{"day": step.day, "dose": step.dose, "text": step.text} for step in row.titration],
        "usual": (row.usual_low, row.usual_high) if row.usual_low is not None else None,
        "maximum": row.maximum,
        "unit": row.unit,
        "schedule": row.schedule,
        "band": "",
        "note": row.note,
        "cells": (),
        "rule": row.code,
        "sources": row.sources,
        "mark": mark(row.sources),
    }


def _whom(row, book):
    band = wording.band(book, row.band) if row.band else ""
    groups = [row.indication] if row.axis is Axis.BASE else []
    named = [book.titles[code] for code in (*groups, row.population) if code]
    said = "; ".join(part for part in (band, *named) if part)
    return titled(f"{said}, or {book.titles[row.or_population]}" if row.or_population else said or _("everybody"))


def _band(row, normals, book):
    cells = {cell.normal: cell for cell in row.cells}
    return {"whom": _whom(row, book), "cells": [_cell(cells.get(normal)) for normal in normals]}


def _cell(cell):
    if cell is None:
        return {"words": "–", "mark": None}
    return {"words": cell.text or span(cell.low, cell.high), "mark": mark(cell.sources)}


def _span(amounts, rows):
    known = [amount for amount in amounts if amount]
    return f"{span(min(known), max(known))} {numeral.unit(rows[0].unit)}" if known else ""
