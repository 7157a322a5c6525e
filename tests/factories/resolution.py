"""Resolutions for tests: a comment that needs nothing more."""

from guidelines.models import Resolution
from tests.factories import comment, user
from tests.factories.edition import NOW


def make(*, of=None, by=None):
    return Resolution.objects.create(comment=of or comment.make(), text="Done.", at=NOW, by=by or user.Reviewer())
