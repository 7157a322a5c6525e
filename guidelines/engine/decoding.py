"""Decoding: plain values into records by the records' own types, naming every fault by its place."""

import math
import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import get_args, get_origin, get_type_hints


LONGEST_TEXT = 20_000
MARKUP = re.compile(r"<[A-Za-z/!?]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a document: where it stands, and what to do about it."""

    place: str
    text: str

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


class Decoder:
    """Reads plain values as records and gathers faults instead of stopping at the first."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def fault(self, place: str, text: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(place, text))

    def record(self, kind: type, value: object, place: str) -> object | None:
        """Read a map as a record of this kind; none if that cannot be, with the faults noted."""
        if not isinstance(value, Mapping):
            self.fault(place, "must be a table of named values.")
            return None
        before = len(self.faults)
        known = hints(kind)
        for key in value:
            if key not in known:
                self.fault(place, f'has an unknown key "{key}"; allowed are {", ".join(known)}.')
        given: dict[str, object] = {}
        for part in fields(kind):
            if part.name in value:
                given[part.name] = self.value(known[part.name], value[part.name], f"{place}.{part.name}")
            elif part.default is MISSING and part.default_factory is MISSING:
                self.fault(place, f'lacks "{part.name}".')
        return kind(**given) if len(self.faults) == before else None

    def value(self, hint: object, value: object, place: str) -> object:
        """Read one value as the type asks for it."""
        if isinstance(hint, UnionType):
            inner = [option for option in get_args(hint) if option is not type(None)]
            return None if value is None else self.value(inner[0], value, place)
        if get_origin(hint) is tuple:
            return self.row(get_args(hint)[0], value, place)
        if isinstance(hint, type) and is_dataclass(hint):
            return self.record(hint, value, place)
        if isinstance(hint, type) and issubclass(hint, StrEnum):
            return self.member(hint, value, place)
        return self.simple(hint, value, place)

    def row(self, hint: object, value: object, place: str) -> tuple[object, ...]:
        """Read a list of values of one type."""
        if not isinstance(value, list | tuple):
            self.fault(place, "must be a list.")
            return ()
        return tuple(self.value(hint, inner, f"{place}[{_name(inner, i)}]") for i, inner in enumerate(value))

    def member(self, hint: type[StrEnum], value: object, place: str) -> object:
        """Read one of a fixed set of words."""
        allowed = [str(option) for option in hint]
        if value in allowed:
            return hint(value)
        self.fault(place, f"{_shown(value)} must be one of {', '.join(allowed)}.")
        return None

    def simple(self, hint: object, value: object, place: str) -> object:
        """Read a text, a number or true/false."""
        if hint is bool and isinstance(value, bool):
            return value
        if hint is str and isinstance(value, str):
            return self.text(value, place)
        if hint in (int, float) and isinstance(value, int | float) and _counts(value, whole=hint is int):
            return int(value) if float(value).is_integer() else value
        words = {bool: "true or false", str: "a text", int: "a whole number", float: "a number"}
        self.fault(place, f"{_shown(value)} must be {words.get(hint, 'a known value')}.")  # type: ignore[call-overload]
        return None

    def text(self, value: str, place: str) -> str:
        """Read a text: no markup, no control characters, not endless."""
        if len(value) > LONGEST_TEXT:
            self.fault(place, f"is longer than {LONGEST_TEXT} characters; shorten it.")
        if MARKUP.search(value):
            self.fault(place, "contains markup such as <b>; write plain text.")
        if CONTROL.search(value):
            self.fault(place, "contains control characters; remove them.")
        return value


def _shown(value: object) -> str:
    # A list, a table or a giant number is named, not printed: it may be endless or endlessly deep.
    short = isinstance(value, str | float | None) or (isinstance(value, int) and abs(value) < 1e15)
    return f"{value!r:.60}" if short else f"a {type(value).__name__}"


def _counts(value: float, *, whole: bool) -> bool:
    usable = not isinstance(value, bool) and abs(value) < 1e15 and math.isfinite(value)
    return usable and (not whole or float(value).is_integer())


@cache
def hints(kind: type) -> dict[str, object]:
    """Give the resolved types of a record's fields."""
    return get_type_hints(kind)


def _name(value: object, index: int) -> str:
    code = value.get("code") if isinstance(value, Mapping) else None
    return code if isinstance(code, str) else str(index + 1)
