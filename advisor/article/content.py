"""The content of an edition as plain values: what its article says, and what the page of each treatment says; made once."""

from collections import OrderedDict
from functools import wraps

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from advisor.sheet import evidence

from . import drug, place, reference, section
from .treatment import told as whole


# Three values an edition and language, so some editions in some languages.
MOST_KEPT = 60

_kept = OrderedDict()


class Unknown(LookupError):
    """The edition has no such treatment."""


def kept(make):
    """Make once for an edition and a language, and keep the newest few."""

    @wraps(make)
    def found(reading):
        spot = make.__name__, reading.sha256, get_language()
        if spot not in _kept:
            _kept[spot] = make(reading)
        _kept.move_to_end(spot)
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
        return _kept[spot]

    return found


def of(reading):
    """Return what the article of an edition says: its parts, and all the references of the edition."""
    told = _body(reading)
    return told | {"references": _listed(reading, told)}


def treatment(reading, code):
    """Return what an edition says of one treatment, with the references that this cites. Raises Unknown."""
    told = treatments(reading).get(code)
    if told is None:
        raise Unknown(_("This edition has no treatment “%s”.") % code)
    return told | {"references": [work for work in _listed(reading, told) if not work["uncited"]]}


@kept
def _body(reading):
    book = reading.compiled
    return {
        "bottom_line": section.bottom_line(book),
        "problems": place.problems(book),
        "sections": section.sections(book),
        "drugs": drug.drugs(book),
        "disagreements": evidence.disagreements([plate.table for plate in book.plates.disagreements]),
    }


@kept
def treatments(reading):
    """Return what an edition says of each treatment, by its code."""
    book = reading.compiled
    return {rules.treatment.code: whole(rules, book) for rules in book.rules}


@kept
def _references(reading):
    """Number the references once for all pages, so that one number means the same on each."""
    pages = [_body(reading), *treatments(reading).values()]
    return reference.numbered(reading.compiled, reference.cited(source for page in pages for source in _sources(page)))


def _listed(reading, told):
    here = set(reference.cited(_sources(told)))
    return [{**work, "uncited": work["code"] not in here} for work in _references(reading)]


def _sources(told):
    """Yield every source that some content cites, in reading order."""
    if isinstance(told, dict):
        yield from told.get("sources", ())
        told = told.values()
    if isinstance(told, str) or not hasattr(told, "__iter__"):
        return
    for value in told:
        yield from _sources(value)
