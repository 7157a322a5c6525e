"""The made-up guideline before and after an edit: rows changed, left out, added or put in another order."""

from guidelines.engine import difference, document
from tests.spec import ward


BEFORE = document.read(ward.document_of())


def edited(section, code, **fields):
    """Give the guideline with some fields of one row changed."""
    row = next(row for row in ward.document_of()[section] if row["code"] == code)
    return document.read(ward.document_of(**{section: [row | fields]}))


def added(**rows):
    """Give the guideline with more rows."""
    return document.read(ward.document_of(**rows))


def without(section, *codes):
    """Give the guideline without some rows."""
    plain = ward.document_of()
    return document.read(plain | {section: [row for row in plain[section] if row["code"] not in codes]})


def reordered(section, *codes):
    """Give the guideline with some rows of a section first, in this order."""
    rows = {row["code"]: row for row in ward.document_of()[section]}
    return document.read(ward.document_of() | {section: [rows.pop(code) for code in codes] + [*rows.values()]})


def changes(after, before=BEFORE):
    """Give what changed, by place."""
    return {change.place: change for change in difference.difference(before, after)}


def only(after, before=BEFORE):
    """Give the one change that there is."""
    (change,) = changes(after, before).values()
    return change


def drugs(after, before=BEFORE):
    """Give the drugs that an edit touches, in the order of the alphabet."""
    return sorted(difference.drugs_changed(before, after, difference.difference(before, after)))
