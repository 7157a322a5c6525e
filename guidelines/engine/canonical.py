"""Canonical JSON and its SHA-256: the one way in which documents and advice become digests."""

import hashlib
import json
import math
from collections.abc import Mapping, Sequence


type_error = "A document holds only text, numbers, true/false, nothing, lists and maps with text keys; found {}."

# Named once, because a union written where it is asked for is made anew each time.
LISTS, TEXT, NUMBERS = (list, tuple), (str, bool), (int, float)
ATOMS = frozenset({str, bool, type(None)})

_WRITER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)

Plain = None | bool | int | float | str | Sequence["Plain"] | Mapping[str, "Plain"]


def text(value: Plain) -> str:
    """Write a plain value as JSON with sorted keys, no spaces and one spelling for each number.

    Raises ValueError for NaN and infinities, TypeError for what is not plain.
    """
    return _WRITER.encode(settled(value))


def digest(value: Plain) -> str:
    """Hash the canonical JSON of a plain value: SHA-256 (FIPS 180-4) as 64 lower-case hex digits."""
    return hashed(settled(value))


def hashed(value: Plain) -> str:
    """Hash the canonical JSON of a plain value in which every number has its one spelling already."""
    return hashlib.sha256(_WRITER.encode(value).encode()).hexdigest()


def number(value: float) -> int | float:
    """Give a number its one spelling: whole numbers lose the decimal point (60.0 and 60 are the same dose)."""
    if isinstance(value, bool) or not math.isfinite(value):
        raise ValueError(f"{value} is not a finite number.")
    return int(value) if float(value).is_integer() and abs(value) < 2**53 else value


def tables(value: Mapping[str, Plain], key: str) -> list[Mapping[str, Plain]]:
    """Give the maps that a plain value lists under a key; none where it lists none."""
    listed = value.get(key)
    return [row for row in listed if isinstance(row, Mapping)] if isinstance(listed, list) else []


def settled(value: Plain) -> Plain:
    """Give every number of a plain value its one spelling.

    Raises ValueError for NaN and infinities, TypeError for what is not plain.
    """
    # In the order of how often each is met; what is an atom is mostly not even asked.
    if isinstance(value, LISTS):
        return [one if type(one) in ATOMS else settled(one) for one in value]
    if isinstance(value, dict):
        return {_key(key): one if type(one) in ATOMS else settled(one) for key, one in value.items()}
    if value is None or isinstance(value, TEXT):
        return value
    if isinstance(value, NUMBERS):
        return number(value)
    if isinstance(value, Mapping):
        return settled(dict(value))
    raise TypeError(type_error.format(type(value).__name__))


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(type_error.format(f"the key {key!r}"))
    return key
