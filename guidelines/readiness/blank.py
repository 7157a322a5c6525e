"""Blanks: required texts that a document leaves out, so that a rule can say what is missing instead of nothing being read."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import get_args

from guidelines.engine import document
from guidelines.engine.canonical import Plain
from guidelines.engine.decoding import hints
from guidelines.engine.rulebook import Rulebook


def opened(plain: Mapping[str, Plain]) -> Rulebook:
    """Read a document, sound or not, with every text that a row lacks left blank.

    Raises document.Unreadable with every other fault of form.
    """
    return document.shaped({section: _filled(section, value) for section, value in plain.items()})


@cache
def required(section: str) -> tuple[str, ...]:
    """List the texts that a row of a section cannot do without; none for what is no section."""
    hint = hints(Rulebook).get(section)
    kind = next(iter(get_args(hint)), hint)
    asked = fields(kind) if isinstance(kind, type) and is_dataclass(kind) else ()
    return tuple(part.name for part in asked if part.default is MISSING and hints(kind)[part.name] is str)


def _filled(section: str, value: Plain) -> Plain:
    if isinstance(value, Mapping):
        return _row(section, value)
    return [_row(section, row) for row in value] if isinstance(value, list) else value


def _row(section: str, row: Plain) -> Plain:
    blank: dict[str, Plain] = {name: "" for name in required(section) if name not in ("code", "slug")}
    return blank | dict(row) if isinstance(row, Mapping) else row
