"""The pages of an article: that of an edition and one for each treatment, in a reader’s order, with what stands above them."""

from advisor.accounts.models import Reader
from advisor.sheet import banner

from . import content, masthead, order, place


def page(reading, reader, *, today, current):
    """Return everything that an edition's page shows a reader."""
    shown = draft(reading, reader) | masthead.of(reading, today=today, current=current)
    return shown | {"news": masthead.news(reading)}


def draft(reading, reader):
    """Return what the page of a working copy shows: the content alone, since nothing happened to it yet."""
    told = content.of(reading)
    laid = _laid(order.article(told, reader), told, reader, key=reader)
    return {"reading": reading, "about": reading.compiled.rulebook.guideline, "article": laid}


def treatment(reading, code, reader, *, today):
    """Return everything that a treatment's page shows a reader. Raises Unknown."""
    told = content.treatment(reading, code)
    laid = _laid(order.treatment(told, reader), told, reader, key=f"{code} {reader}")
    return {
        "treatment": told,
        "article": laid | {"treatment": told},
        "home": place.HOME,
        "reading": reading,
        "banner": banner(reading.status, reading.withdrawal),
        "overdue": masthead.late(reading, today),
    }


def _laid(parts, told, reader, *, key):
    return {"parts": parts, "references": told["references"], "why": reader == Reader.STUDENT, "key": key}
