"""Rows: the parts of a rulebook by section and code, whatever their records are, so that a new section needs no code."""

from collections.abc import Iterable
from dataclasses import MISSING, fields, is_dataclass


Key = tuple[str, str]
"""A row's section and code; a section that is one record has an empty code."""


def parts(record: object) -> dict[str, object]:
    """Give a record's values by the names of its fields; what is no record is one value without a name."""
    if not is_dataclass(record):
        return {"": record}
    return {part.name: getattr(record, part.name) for part in fields(record)}


def blanks(record: object) -> dict[str, object]:
    """Give what each field of a record holds where nothing is said."""
    if not is_dataclass(record):
        return {"": None}
    defaults = {part.name: part.default for part in fields(record)}
    empty = {name: _empty(value) for name, value in parts(record).items()}
    return {name: empty[name] if default is MISSING else default for name, default in defaults.items()}


def rows(book: object) -> dict[Key, object]:
    """Give every row of a rulebook by its section and code, in the order in which it stands."""
    found: dict[Key, object] = {}
    for section, value in parts(book).items():
        if isinstance(value, tuple):
            found |= {(section, code_of(row) or str(place)): row for place, row in enumerate(value, 1)}
        else:
            found[section, ""] = value
    return found


def code_of(row: object) -> str:
    """Give a row's code; empty for a record without one."""
    return str(getattr(row, "code", ""))


def texts(row: object) -> Iterable[str]:
    """Yield the texts that stand in a row itself."""
    return (value for value in parts(row).values() if isinstance(value, str))


def listed(row: object, name: str) -> tuple[str, ...]:
    """Give the codes in one field of a row, be it a list, a single code, or not there."""
    value = getattr(row, name, ())
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(str(code) for code in value) if isinstance(value, tuple) else ()


def _empty(value: object) -> object:
    if isinstance(value, tuple):
        return ()
    return "" if isinstance(value, str) else None
