"""Assembly: a guideline's rows as a document; how every record of the rulebook stands in its table.

A table's fields are named as its record's fields, so one mapping serves all: a foreign key holds one code, links hold
several, parts of a row are rows of their own, and a record inside a record is flattened into the columns.
"""

import re
from collections import defaultdict
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
    head = described(models.Guideline.objects.filter(pk=guideline.pk), hints(Rulebook)["guideline"])
    places = _places(guideline)
    sections = {name: section(guideline, name, places[name]) for name in RECORDS}
    return {"format": document.FORMAT, "guideline": head.get(guideline.pk, {})} | {
        name: rows for name, rows in sections.items() if rows
    }


def section(guideline, name, order=None):
    """Return the rows of one section of a guideline as plain records, in their order.

    `order` gives the place of each row that the guideline takes in, by its code, where it was read before.
    """
    table, record = TABLES[name], RECORDS[name]
    if issubclass(table, GuidelineRow):
        rows = table.objects.filter(guideline=guideline).order_by("position", "code")
        return list(described(rows, record).values())
    order = _places(guideline, section=name)[name] if order is None else order
    rows = described(table.objects.filter(pk__in=list(order)), record)
    return [rows[code] for code in sorted(rows, key=lambda code: (order[code], natural(code)))]


def _places(guideline, **which):
    """Return the places of the rows that a guideline takes in, by section and code."""
    found, taken_in = defaultdict(dict), models.Inclusion.objects.filter(guideline=guideline, **which)
    for section, code, position in taken_in.values_list("section", "code", "position"):
        found[section][code] = position
    return found


def settled(plain):
    """Return a document as it will be assembled from its rows: lists of codes in one order, each code once."""
    whole = {"format": plain["format"], "guideline": _tidy(plain["guideline"])}
    for section, record in RECORDS.items():
        rows = [_settled(TABLES[section], record, row) for row in plain.get(section, ())]
        whole |= {section: rows} if rows else {}
    return whole


def described(rows, record):
    """Return rows, by their keys, as plain records; what is empty is left out, as a document leaves it out.

    The values are read without making rows of them, in as many queries as the table has links and parts, however many rows.
    """
    table = rows.model
    columns = [column for part in parts(table, record) for column in _columns(part)]
    values = {row["pk"]: row for row in rows.values("pk", *columns)}
    if not values:
        return {}
    besides = {
        part.name: READERS[part.shape](table, part, list(values))
        for part in parts(table, record)
        if part.shape in READERS
    }
    return {key: _plain(key, row, besides, parts(table, record)) for key, row in values.items()}


def unsaved(row, record):
    """Return what a row says in its own columns, saved or not, as a plain record without links and parts."""
    own = [part for part in parts(type(row), record) if part.shape not in READERS]
    return _plain(None, vars(row), {}, own)


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
    return Part(name, shape, default, table=table)


def _columns(part):
    if part.shape is Shape.FLAT:
        return [_attribute(part.table, f"{part.name}_{inner.name}") for inner in fields(part.record)]
    return [] if part.shape in READERS else [_attribute(part.table, part.name)]


def _attribute(table, name):
    return table._meta.get_field(name).attname


def _links(table, part, keys):
    """Return the codes that each row names in one of its links."""
    field, found = table._meta.get_field(part.name), defaultdict(list)
    near, far = (f"{name}_id" for name in (field.m2m_field_name(), field.m2m_reverse_field_name()))
    for key, code in field.remote_field.through.objects.filter(**{f"{near}__in": keys}).values_list(near, far):
        found[key].append(code)
    return {key: sorted(codes, key=natural) for key, codes in found.items()}


def _inner(table, part, keys):
    """Return the parts that belong to each row, as plain records in their order."""
    rows, found = part.table.objects.filter(parent__in=keys), defaultdict(list)
    parents = dict(rows.values_list("pk", "parent"))
    for key, plain in described(rows, part.record).items():
        found[parents[key]].append(plain)
    return found


READERS = {Shape.CODES: _links, Shape.ROWS: _inner}


def _plain(key, row, besides, parts):
    values = ((part, besides[part.name].get(key) if part.shape in READERS else _value(row, part)) for part in parts)
    return {part.name: value for part, value in values if value not in EMPTY and value != part.default}


def _value(row, part):
    if part.shape is not Shape.FLAT:
        return _spelt(row[_attribute(part.table, part.name)])
    columns = zip(fields(part.record), _columns(part), strict=True)
    values = ((inner, _spelt(row[column])) for inner, column in columns)
    return {inner.name: value for inner, value in values if value not in EMPTY and value != inner.default}


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
