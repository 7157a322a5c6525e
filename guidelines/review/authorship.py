"""Authorship: who wrote the rows of the catalogue that an edition adds or changes, wherever the rows stood then."""

from collections.abc import Mapping

from guidelines import contribution
from guidelines.contribution import Place
from guidelines.engine.rulebook import Rulebook
from guidelines.models import Edition, Section

from . import bearing


def of(before: Edition | None, after: Rulebook) -> set[int]:
    """Return the keys of the authors behind a rulebook against the edition that was approved before it, or nothing.

    Of a row that was not there everybody who ever wrote it, of one that reads otherwise whoever changed it since, of
    one that stands as it was approved nobody.
    """
    rows = _rows(after)
    if before is None:
        return contribution.authors(rows, since=None)
    old = _rows(bearing.rulebook(before))
    added = rows.keys() - old.keys()
    changed = {place for place in rows.keys() & old.keys() if rows[place] != old[place]}
    return contribution.authors(added, since=None) | contribution.authors(changed, since=before.submitted_at)


def _rows(rulebook: Rulebook) -> Mapping[Place, object]:
    return {(section, row.code): row for section in Section.values for row in getattr(rulebook, section)}
