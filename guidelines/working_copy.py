"""The working copy: the rows that editors change, filled from a document without touching what other guidelines share."""

from dataclasses import MISSING

from django.core.exceptions import ValidationError
from django.db.models import RestrictedError

from guidelines import assembly, models
from guidelines.assembly import RECORDS, TABLES, Shape
from guidelines.engine import document
from guidelines.engine.decoding import Fault
from guidelines.models.row import GuidelineRow


# Where a row stands is given when it is written.
PLACES = frozenset({"id", "guideline", "position", "parent"})


class Conflict(ValueError):
    """Rows of the catalogue that already say something else; the message names them."""


def fill(plain, *, replace=False):
    """Write a settled document into the working copy; call it in a transaction.

    Return its guideline, and the section and code of each row of the catalogue that was added or reads otherwise now.
    Raises Unreadable for a value that a table cannot hold, Conflict for a row of the catalogue that another guideline
    uses and that says something else, or, unless `replace`, for any that says something else.
    """
    guideline = models.Guideline(**plain["guideline"])
    rows = {
        section: [_row(TABLES[section], RECORDS[section], row) for row in plain.get(section, ())] for section in RECORDS
    }
    _check(guideline, rows)
    changed = _changed(guideline, plain, replace=replace)
    _upsert(models.Guideline, [guideline])
    sources = [source for row in rows["references"] for source in models.Source.of(row.pk)]
    models.Source.objects.bulk_create(sources, ignore_conflicts=True)
    for section, table in TABLES.items():
        _place(guideline, table, rows[section])
        _write(table, rows[section], {row["code"]: row for row in plain.get(section, ())}, changed[section])
    _drop(_include(guideline, rows))
    return guideline, [(section, code) for section in models.Section.values for code in changed[section]]


# What a table cannot hold, and what the catalogue already says otherwise.


def _check(guideline, rows):
    faults = list(_faults(guideline, "document.guideline"))
    for section, instances in rows.items():
        for instance in instances:
            faults += _faults(instance, f"document.{section}[{instance.code}]")
    if faults:
        raise document.Unreadable(faults)


def _faults(row, place):
    for field in row._meta.concrete_fields:
        value = field.value_from_object(row)
        if field.name in PLACES or (field.blank and value in field.empty_values):
            continue
        if field.is_relation:
            if value is None:
                yield Fault(f"{place}.{field.name}", "must name a row by its code.")
            continue
        try:
            field.clean(value, row)
        except ValidationError as error:
            yield Fault(f"{place}.{field.name}", " ".join(error.messages))
    try:
        row.clean()
    except ValidationError as error:
        yield Fault(place, " ".join(error.messages))


def _changed(guideline, plain, *, replace):
    changed, odd = {}, []
    for section, table in TABLES.items():
        rows = {row["code"]: row for row in plain.get(section, ())}
        if issubclass(table, GuidelineRow):
            changed[section] = set(rows)
            continue
        known = assembly.described(table.objects.filter(pk__in=list(rows)), RECORDS[section])
        changed[section] = {code for code, row in rows.items() if known.get(code) != row}
        differing = changed[section] & set(known)
        fixed = _shared(guideline, section, differing) if replace else differing
        odd += [f"{section}[{code}]" for code in sorted(fixed)]
    if odd:
        remedy = "Make them equal, or give the rows of this guideline codes of their own."
        raise Conflict(f"The catalogue has rows of these codes that say something else: {', '.join(odd)}. {remedy}")
    return changed


def _shared(guideline, section, codes):
    others = models.Inclusion.objects.exclude(guideline=guideline.pk).filter(section=section, code__in=codes)
    return set(others.values_list("code", flat=True))


# From records to rows.


def _row(table, record, plain, **place):
    columns = place
    for part in assembly.of_shape(Shape.COLUMN, table, record):
        columns[part.name] = plain.get(part.name, _empty(table, part))
    for part in assembly.of_shape(Shape.CODE, table, record):
        columns[f"{part.name}_id"] = plain.get(part.name) or None
    for part in assembly.of_shape(Shape.FLAT, table, record):
        for inner, value in plain.get(part.name, {}).items():
            columns[table._meta.get_field(f"{part.name}_{inner}").attname] = value
    return table(**columns)


def _empty(table, part):
    kind = table._meta.get_field(part.name).get_internal_type()
    if part.default in (MISSING, None, ""):
        return "" if kind in {"CharField", "TextField"} else None if kind == "DateField" else part.default
    return part.default


def _place(guideline, table, rows):
    """Give a guideline's own rows their order, and remove those that are no longer there."""
    if issubclass(table, GuidelineRow):
        for position, row in enumerate(rows, 1):
            row.guideline, row.position = guideline, position
        table.objects.filter(guideline=guideline).exclude(code__in=[row.code for row in rows]).delete()


def _write(table, rows, plain, changed):
    rows = [row for row in rows if row.code in changed]
    _upsert(table, rows)
    record = RECORDS[table.in_document]
    for part in assembly.of_shape(Shape.ROWS, table, record):
        _write_parts(part, [(row, plain[row.code].get(part.name, ())) for row in rows])
    _link(table, record, [(row, plain[row.code]) for row in rows])


def _upsert(table, rows):
    key = ("guideline", "code") if issubclass(table, GuidelineRow) else (table._meta.pk.name,)
    update = [field.name for field in table._meta.concrete_fields if not field.primary_key and field.name not in key]
    table.objects.bulk_create(rows, update_conflicts=True, unique_fields=key, update_fields=update)


def _write_parts(part, rows):
    part.table.objects.filter(parent__in=[row.pk for row, _ in rows]).delete()
    pairs = [
        (_row(part.table, part.record, plain, parent_id=row.pk, position=position), plain)
        for row, plains in rows
        for position, plain in enumerate(plains, 1)
    ]
    part.table.objects.bulk_create([row for row, _ in pairs])
    _link(part.table, part.record, pairs)


def _link(table, record, pairs):
    for part in assembly.of_shape(Shape.CODES, table, record):
        field = table._meta.get_field(part.name)
        near, far = (f"{name}_id" for name in (field.m2m_field_name(), field.m2m_reverse_field_name()))
        through = field.remote_field.through
        through.objects.filter(**{f"{near}__in": [row.pk for row, _ in pairs]}).delete()
        links = [{near: row.pk, far: code} for row, plain in pairs for code in plain.get(part.name, ())]
        through.objects.bulk_create([through(**link) for link in links])


# What stands in the guideline, and what no longer stands in any.


def _include(guideline, rows):
    """Write which rows the guideline includes; return those it included before and nobody does now."""
    before = set(models.Inclusion.objects.filter(guideline=guideline).values_list("section", "code"))
    models.Inclusion.objects.filter(guideline=guideline).delete()
    models.Inclusion.objects.bulk_create(
        models.Inclusion(guideline=guideline, section=section, code=row.pk, position=position)
        for section in models.Section.values
        for position, row in enumerate(rows[section], 1)
    )
    after = {(section, row.pk) for section in models.Section.values for row in rows[section]}
    gone = before - after
    kept = {(section, code) for section, _ in gone for code in _shared(guideline, section, {c for _, c in gone})}
    return [TABLES[section](pk=code) for section, code in sorted(gone - kept)]


def _drop(rows):
    """Delete rows as far as nothing names them; those that name each other go in the order in which that is possible."""
    while left := [row for row in rows if not _dropped(row)]:
        if len(left) == len(rows):
            return
        rows = left


def _dropped(row):
    try:
        row.delete()
    except RestrictedError:
        return False
    return True
