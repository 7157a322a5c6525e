"""The masthead of an article: status, dates, who wrote and who reviewed it, and what is new; all that is not its content."""

from collections import OrderedDict

from django.utils.translation import gettext as _

from advisor.accounts.models import Profession
from advisor.sheet import banner
from advisor.sheet.amount import day
from guidelines import ageing, imprint, library
from guidelines.engine import difference


MOST_KEPT = 20

_changes = OrderedDict()


def find(slug, number=None, *, drafts=False):
    """Return the edition of this number, or the one that clinicians get. Raises library.Absent where there is none.

    With `drafts`, also one that clinicians may not read.
    """
    if number is None:
        return library.current(slug)
    return library.edition(slug, number) if drafts else library.published(slug, number)


def newest(slug):
    """Return the number of the edition that clinicians get, or none."""
    try:
        return library.current(slug).number
    except library.Absent:
        return None


def of(reading, *, today, current):
    """Return the masthead of an edition's pages as of today; `current` is the number of the edition that clinicians get."""
    book = reading.compiled.rulebook
    record = imprint.of(reading)
    return {
        "banner": banner(reading.status, reading.withdrawal),
        "told": {"status": reading.status, "path": record.path},
        "written_by": record.written_by,
        "reviewed_by": [_reviewer(one) for one in record.reviewed_by],
        "issues": [one for one in record.issues if one.is_open],
        "overdue": late(reading, today),
        "review_by": next((one.review_by for one in ageing.dated(book) if one.place == "guideline"), None),
        "current": current,
        "is_current": current == reading.number,
    }


def late(reading, today):
    """Return what of an edition is past its date of review."""
    found = ageing.overdue(reading.compiled.rulebook, today)
    words = _("%(what)s: due by %(day)s")
    return [{"text": words % {"what": one.title, "day": day(one.review_by)}, "number": None} for one in found]


def news(reading):
    """Return what an edition says otherwise than the one approved before it, by meaning; nothing where it is the first."""
    before = library.approved_before(reading.slug, reading.number)
    if before is None:
        return None
    spot = before.sha256, reading.sha256
    if spot not in _changes:
        found = difference.difference(before.compiled.rulebook, reading.compiled.rulebook)
        _changes[spot] = difference.grouped(found)
        if len(_changes) > MOST_KEPT:
            _changes.popitem(last=False)
    return {"before": before.number, "groups": _changes[spot]}


def _reviewer(one):
    profession = Profession(one.profession).label if one.profession in Profession.values else one.profession
    return {
        "name": one.name,
        "profession": profession,
        "interests": one.interests or _("none declared"),
        "acts": one.acts,
    }
