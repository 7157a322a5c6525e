"""Resolutions for tests: a comment that needs nothing more."""

from guidelines import review
from tests.factories import comment, user
from tests.factories.edition import NOW


def make(*, of=None, by=None):
    return review.resolve(of or comment.make(), "Done.", by=by or user.Reviewer(), at=NOW)
