"""Numerals: numbers as they are typed in either notation, and as they are printed in the reader's.

A comma and a point both may be a decimal sign, as the typist is used to. Where either could as well mark thousands
("1.000"), the number is questioned and never guessed.
"""

import re

from django.utils.formats import get_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from guidelines.engine import canonical


FIGURES = re.compile(r"[+-]?[0-9]{1,12}([.,][0-9]{1,12})?")
# Three figures after a sign, and at most three before it that do not begin with nought: thousands, or thousandths.
DOUBTFUL = re.compile(r"([+-]?[1-9][0-9]{0,2})[.,]([0-9]{3})")
MARKED = re.compile(r"[+-]?[0-9]+([.,'’ \u00a0\u202f][0-9]+)+")
PLACES = 12
# Thousands as English marks them; a number that begins with nought has none.
THOUSANDS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,])")
NARROW_SPACE = "\u202f"
# The words in units; signs such as mg are the same everywhere.
WORDS = re.compile(r"[a-z]+")
UNITS = {
    "day": pgettext_lazy("unit", "day"),
    "days": pgettext_lazy("unit", "days"),
    "week": pgettext_lazy("unit", "week"),
    "weeks": pgettext_lazy("unit", "weeks"),
    "hours": pgettext_lazy("unit", "hours"),
    "years": pgettext_lazy("unit", "years"),
    "session": pgettext_lazy("unit", "session"),
    "patches": pgettext_lazy("unit", "patches"),
    "applications": pgettext_lazy("unit", "applications"),
    "units": pgettext_lazy("unit", "units"),
    "points": pgettext_lazy("unit", "points"),
    "of": pgettext_lazy("unit", "of"),
}


class NoNumber(ValueError):
    """Text that is no number, or could be two; the message says how to write it."""


def read(typed: str) -> int | float:
    """Read figures as a number, with a comma or a point as decimal sign. Raises NoNumber."""
    text = typed.strip()
    if doubtful := DOUBTFUL.fullmatch(text):
        raise NoNumber(_question(text, *doubtful.groups()))
    if FIGURES.fullmatch(text):
        return canonical.number(float(text.replace(",", ".")))
    if MARKED.fullmatch(text):
        raise NoNumber(_("Leave thousands unmarked, and write one decimal sign at most, such as %s.") % printed(1234.5))
    raise NoNumber(_("Write a number in figures, such as 70 or %s, without its unit.") % printed(4.5))


def typed(value: float) -> str:
    """Write a number as somebody would type it, so that it is read again as the same."""
    text = f"{canonical.number(value)}"
    text = f"{value:.{PLACES}f}".rstrip("0").rstrip(".") if "e" in text else text
    return localised(f"{text}0" if DOUBTFUL.fullmatch(text) else text)


def printed(value: float) -> str:
    """Print a number as short as it can be, thousands unmarked."""
    return localised(f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}")


def unit(text: str) -> str:
    """Print a unit with the words in it, as in "mg/day", in the reader's language."""
    return WORDS.sub(lambda found: str(UNITS.get(found[0], found[0])), text)


def ungrouped(text: str) -> str:
    """Mark thousands in English words with a space for whoever reads a comma as decimal sign.

    Only for words that hold no number in the reader's notation yet: theirs would be mistaken for thousands.
    """
    if get_format("DECIMAL_SEPARATOR") != ",":
        return text
    return THOUSANDS.sub(lambda found: found[0].replace(",", NARROW_SPACE), text)


def localised(text: str) -> str:
    """Write figures that have a decimal point with the reader's decimal sign."""
    return text.replace(".", str(get_format("DECIMAL_SEPARATOR")))


def _question(text: str, whole: str, part: str) -> str:
    short = part.rstrip("0") or "0"
    decimal = localised(f"{whole}.{short}0" if len(short) == 3 else f"{whole}.{short}")
    words = _("“%(typed)s” can be read in two ways. Write %(thousands)s, or %(decimal)s if that is a decimal sign.")
    return words % {"typed": text, "thousands": f"{whole}{part}", "decimal": decimal}
