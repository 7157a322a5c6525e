"""Telling: what a rule found, in the reader's language; findings are kept in the one in which the rules are written."""

import re
from functools import cache

from django.utils.translation import get_language, gettext

from .rule import Rule


GAP = re.compile(r"\{(\w+)\}")


def message(rule: Rule) -> str:
    """Say what a rule says, with gaps in braces, in the reader's language."""
    return gettext(rule.message)


def told(rule: Rule, text: str) -> str:
    """Say in the reader's language what a rule found; what it did not say itself stays as it is."""
    if (get_language() or "").startswith("en"):
        return text
    found = _pattern(rule.message).fullmatch(text)
    return message(rule).format(**found.groupdict()) if found else text


@cache
def _pattern(message: str) -> re.Pattern[str]:
    """Make of a message what finds the words in its gaps; a gap that comes again holds the same words."""
    pieces, seen = [], set[str]()
    for place, piece in enumerate(GAP.split(message)):
        is_gap = place % 2 == 1
        pieces.append((f"(?P={piece})" if piece in seen else f"(?P<{piece}>.*)") if is_gap else re.escape(piece))
        seen |= {piece} if is_gap else set()
    return re.compile("".join(pieces), re.DOTALL)
