"""Contributions for tests: an edit by one person."""

from guidelines.models import Contribution
from tests.factories import guideline, user
from tests.factories.edition import NOW


def make(*, by=None, at=NOW):
    return Contribution.objects.create(guideline=guideline.make(), by=by or user.Editor(), at=at)
