"""Assembly: a guideline's rows as a document; how every record of the rulebook stands in its table.

A table's fields are named as its record's fields, so one mapping serves all: a foreign key holds one code, links hold
several, parts of a row are rows of their own, and a record inside a record is flattened into the columns.
"""

import re
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import get_args

from guidelines import models
from guidelines.engine import canonical, document
from guidelines.engine.canonical import Plain
from guidelines.engine.decoding import hints
from guidelines.engine.rulebook import Rulebook
from guidelines.models.row import GuidelineRow


RECORDS = {name: get_args(hint)[0] for name, hint in hints(Rulebook).items() if get_args(hint)}
TABLES = {table.in_document: table for table in map(vars(models).get, models.__all__) if hasattr(table, "in_document")}
EMPTY = (None, "", (), [], {})


class Shape(Enum):
    """How a field of a record stands in its table."""

    COLUMN = "a column"
    CODE = "a foreign key"
    CODES = "links"
    ROWS = "rows of their own"
    FLAT = "several columns"


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a record, and how its table holds it."""

    name: str
    shape: Shape
    default: object
    record: type | None = None
    table: type | None = None


def assembled(guideline: models.Guideline) -> dict[str, Plain]:
    """Return the working copy of a guideline as a document, whether or not it is sound."""
    plain = {"format": document.FORMAT, "guideline": described(guideline, hints(Rulebook)["guideline"])}
    for section, record in RECORDS.items():
        rows = [described(row, record) for row in _rows(guideline, section)]
        plain |= {section: rows} if rows else {}
    return plain


def settled(plain):
    """Return a document as it will be assembled from its rows: lists of codes in one order, each code once."""
    whole = {"format": plain["format"], "guideline": _tidy(plain["guideline"])}
    for section, record in RECORDS.items():
        rows = [_settled(TABLES[section], record, row) for row in plain.get(section, ())]
        whole |= {section: rows} if rows else {}
    return whole


def described(row, record):
    """Return a row as a plain record; what is empty is left out, as a document leaves it out."""
    values = ((part, _value(row, part)) for part in parts(type(row), record))
    return {part.name: value for part, value in values if value not in EMPTY and value != part.default}


def with_parts(rows, record):
    """Return rows together with everything that describing them reads, in a fixed number of queries."""
    wanted = [part.name for part in of_shape(Shape.CODES, rows.model, record)]
    for part in of_shape(Shape.ROWS, rows.model, record):
        inner = of_shape(Shape.CODES, part.table, part.record)
        wanted += [part.name, *(f"{part.name}__{link.name}" for link in inner)]
    return rows.prefetch_related(*wanted)


def natural(code):
    """Return a key that sorts R9 before R10."""
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.split(r"([0-9]+)", code) if part]


@cache
def parts(table, record):
    """Return the fields of a record as its table holds them."""
    return tuple(_part(table, field.name, field.default, hints(record)[field.name]) for field in fields(record))


def of_shape(shape, table, record):
    """Return the fields of a record that its table holds in one shape."""
    return [part for part in parts(table, record) if part.shape is shape]


def _part(table, name, default, hint):
    inner = next((kind for kind in get_args(hint) if is_dataclass(kind)), None)
    if inner and isinstance(hint, UnionType):
        return Part(name, Shape.FLAT, default, inner, table)
    field = table._meta.get_field(name)
    if inner:
        return Part(name, Shape.ROWS, default, inner, field.related_model)
    shape = Shape.CODES if field.many_to_many else Shape.CODE if field.is_relation else Shape.COLUMN
    return Part(name, shape, default)


def _rows(guideline, section):
    table = TABLES[section]
    if issubclass(table, GuidelineRow):
        return with_parts(table.objects.filter(guideline=guideline).order_by("position", "code"), RECORDS[section])
    included = models.Inclusion.objects.filter(guideline=guideline, section=section)
    order = dict(included.values_list("code", "position"))
    rows = with_parts(table.objects.filter(pk__in=included.values("code")), RECORDS[section])
    return sorted(rows, key=lambda row: (order[row.pk], natural(row.pk)))


def _value(row, part):
    if part.shape is Shape.CODES:
        return sorted((linked.pk for linked in getattr(row, part.name).all()), key=natural)
    if part.shape is Shape.ROWS:
        return [described(inner, part.record) for inner in getattr(row, part.name).all()]
    if part.shape is Shape.FLAT:
        return _flat(row, part)
    return _spelt(row.serializable_value(part.name))


def _flat(row, part):
    values = {inner.name: _spelt(row.serializable_value(f"{part.name}_{inner.name}")) for inner in fields(part.record)}
    defaults = {inner.name: inner.default for inner in fields(part.record)}
    return {name: value for name, value in values.items() if value not in EMPTY and value != defaults[name]}


def _spelt(value):
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, date):
        return value.isoformat()
    return canonical.number(value) if isinstance(value, float) else value


def _settled(table, record, plain):
    settled = _tidy(plain)
    for part in parts(table, record):
        if part.shape is Shape.CODES and part.name in plain:
            settled[part.name] = sorted(set(plain[part.name]), key=natural)
        elif part.shape is Shape.ROWS and part.name in plain:
            settled[part.name] = [_settled(part.table, part.record, row) for row in plain[part.name]]
        elif part.shape is Shape.COLUMN and isinstance(plain.get(part.name), list):
            settled[part.name] = [_stripped(entry) for entry in plain[part.name]]
    return settled


def _tidy(plain):
    return {
        name: value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value
        for name, value in plain.items()
    }


def _stripped(entry):
    return entry.strip() if isinstance(entry, str) else entry
