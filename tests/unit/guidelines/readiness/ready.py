"""A rulebook that is ready to be submitted, the made-up one of tests/editions, and copies of it with something changed."""

from dataclasses import replace
from datetime import date
from functools import cache

from guidelines import readiness
from guidelines.engine import document
from tests.factories import guideline


TODAY = date(2026, 11, 22)


@cache
def book():
    """The rulebook as it is, with nothing to put right."""
    return document.shaped(guideline.content())


def changed(section, code, whole=None, /, **fields):
    """The rulebook with some fields of one row changed."""
    whole = whole or book()
    rows = getattr(whole, section)
    assert code in {row.code for row in rows}
    return replace(whole, **{section: tuple(replace(row, **fields) if row.code == code else row for row in rows)})


def added(section, *rows, whole=None):
    """The rulebook with further rows in a section."""
    whole = whole or book()
    return replace(whole, **{section: (*getattr(whole, section), *rows)})


def without(section, code, whole=None):
    """The rulebook without one row."""
    whole = whole or book()
    return replace(whole, **{section: tuple(row for row in getattr(whole, section) if row.code != code)})


def like(section, code, /, **fields):
    """A row like one of the rulebook, with some fields changed."""
    return replace(next(row for row in getattr(book(), section) if row.code == code), **fields)


def errors(rulebook, today=TODAY):
    """Everything that keeps a rulebook from being submitted, as code, place and text."""
    return [(one.code, one.place, one.text) for one in readiness.report(rulebook, today=today).errors]


def said(code, place, **gaps):
    """What the rule with a code says of a place, its gaps filled; each rule's test repeats the message as its own."""
    return code, place, next(rule for rule in readiness.RULES if rule.code == code).message.format(**gaps)


def places(rulebook, code):
    """Where the rule with a code speaks, be it an error or a mark."""
    found = readiness.report(rulebook, today=TODAY)
    return [one.place for one in (*found.errors, *found.marks) if one.code == code]
