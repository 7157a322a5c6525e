"""Editions for tests, made as all are: by submitting a working copy."""

from datetime import UTC, datetime

from guidelines import review
from guidelines.models import Edition, Guideline
from tests import recorded
from tests.factories import guideline, user


NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def make(*, by=None, at=NOW, **changes):
    """An edition of the made-up guideline; what is changed makes it another than the one before."""
    slug = guideline.content(**changes)["guideline"]["slug"]
    if by:
        return _submitted(slug, changes, by, at)
    recorded.prepared(f"edition {at} {changes}", lambda: _submitted(slug, changes, user.Editor(), at))
    return Edition.objects.filter(guideline=slug).latest("number")


def _submitted(slug, changes, by, at):
    there = Guideline.objects.filter(pk=slug)
    if not there.exists():
        guideline.make(**changes)
    elif changes:
        there.update(**changes)
    return review.submit(there.get(), by=by, at=at)
