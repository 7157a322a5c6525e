"""Speech: a question as it was typed, made into words that can be compared; what no question holds is refused."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _


LONGEST, ACRONYM = 500, 3
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+\d*|[<>≤≥+&]")
OWNER = re.compile(r"['’ʼ]s\b")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
LATIN = re.compile(r"[\u0300-\u036f]")


class Unaskable(ValueError):
    """A question that cannot be read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question: as it was typed, and as it is compared."""

    typed: str
    key: str

    @property
    def number(self) -> float | None:
        """Give the number that it is, or none."""
        return float(self.key) if self.key[0].isdigit() else None


def heard(typed: str) -> str:
    """Return a question on one line. Raises Unaskable for what is empty, endless or holds control characters."""
    text = " ".join(typed.split())
    if not text:
        raise Unaskable(_("Type a question."))
    if CONTROL.search(text):
        raise Unaskable(_("The question holds control characters. Type it again without them."))
    if len(text) > LONGEST:
        said = _("The question has %(many)d characters, and %(most)d are read at most. Ask for one thing at a time.")
        raise Unaskable(said % {"many": len(text), "most": LONGEST})
    return text


def is_readable(typed: str) -> bool:
    """Say whether a question can be read."""
    try:
        return bool(heard(typed))
    except Unaskable:
        return False


def printable(typed: str) -> str:
    """Return what was typed without control characters, to be shown again."""
    return CONTROL.sub("", typed)


def words(text: str) -> tuple[Word, ...]:
    """Split a text into words: letters without accents and case, figures apart from their units."""
    plain = unicodedata.normalize("NFKC", text)
    plain = OWNER.sub("", plain).replace("'", "").replace("’", "")
    shouted = plain.isupper()
    return tuple(Word(word, key(word, acronym=not shouted and _is_acronym(word))) for word in WORD.findall(plain))


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) >= ACRONYM


@cache
def key(word: str, *, acronym: bool = False) -> str:
    """Return a word as it is compared: in small letters, without accents, in the singular; a number with a point.

    An acronym that ends in S is no plural.
    """
    if word[0].isdigit():
        plain = word.replace(",", "") if THOUSANDS.fullmatch(word) else word.replace(",", ".")
        return plain if plain.count(".") <= 1 else plain.replace(".", "")
    folded = LATIN.sub("", unicodedata.normalize("NFD", word.casefold()))
    plain = unicodedata.normalize("NFC", folded).replace("μ", "u")
    return plain if acronym else singular(plain)


def keys(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared."""
    return tuple(word.key for word in words(text))


def singular(word: str) -> str:
    """Return a word without the ending of a plural."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return f"{word[:-3]}y" if word.endswith("ies") and len(word) > 4 else word[:-1]
