"""Amounts, intervals, dates and lists as they are printed, in the reader's notation."""

from django.utils.formats import date_format
from django.utils.translation import gettext, gettext_noop

from advisor import numeral


# The content says it in these words; where it stands by itself a page says it in its own language.
NOT_STATED = gettext_noop("not stated in the source seen")

AND = gettext_noop("and")


def figure(value):
    """Print a number as short as it can be."""
    return numeral.printed(value)


def span(low, high):
    """Print a range, or the one number that it is."""
    return figure(low) if low == high else f"{figure(low)}–{figure(high)}"


def measured(words):
    """Print a number with its unit, as the engine words it, in the reader's notation."""
    return numeral.unit(numeral.localised(words))


def day(date):
    """Print a date that cannot be misread."""
    return date_format(date, "DATE_FORMAT")


def joined(names, joint=AND):
    """List names in a sentence, joined by "and" or "or"; by semicolons where a name has commas of its own."""
    listed, joint = list(names), gettext(joint)
    if len(listed) < 2:
        return "".join(listed)
    if any(", " in name for name in listed):
        return f"{'; '.join(listed[:-1])}; {joint} {listed[-1]}"
    return f"{', '.join(listed[:-1])} {joint} {listed[-1]}"


def titled(name):
    """Begin a name with a capital, unless it is written with capitals of its own."""
    return name if name[1:2].isupper() else name[:1].upper() + name[1:]
