"""Contributors for tests: somebody behind an edition."""

from guidelines.models import Contributor
from tests.factories import edition, user


def make(*, of=None, person=None):
    return Contributor.objects.create(edition=of or edition.make(), person=person or user.Editor())
