"""Transcripts: the text of an answers document read strictly, so that nobody can mean two things by it."""

import json
import math
from collections.abc import Mapping

from .canonical import Plain


LONGEST = 200_000


class Undecodable(ValueError):
    """Text that is no answers document; the message says why."""


def decoded(text: str) -> Mapping[str, Plain]:
    """Read the text of an answers document. Raises Undecodable for anything but one plain JSON object."""
    if len(text) > LONGEST:
        raise Undecodable(f"The answers are longer than {LONGEST} characters.")
    try:
        plain = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_finite)
    except RecursionError:
        raise Undecodable("The answers are nested too deeply.") from None
    except ValueError as error:
        raise Undecodable(f"The answers are not a JSON document: {error}.") from None
    if not isinstance(plain, Mapping):
        raise Undecodable('The answers must be one JSON object, such as {"age": 55}.')
    return plain


def _unique(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f'"{key[:60]}" stands twice')
        found[key] = value
    return found


def _no_constant(name: str) -> Plain:
    raise ValueError(f"{name} is not a number")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text[:40]} is too large")
    return value
