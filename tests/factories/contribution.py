"""Contributions for tests: an edit by one person."""

from guidelines import contribution
from tests.factories import guideline, user
from tests.factories.edition import NOW


def make(*, by=None, at=NOW):
    edited = guideline.make()
    contribution.note([edited], by=by or user.Editor(), at=at)
    return edited.contributions.latest("pk")
