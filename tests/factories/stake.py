"""Stakes for tests: a maker of what an edition changes."""

from guidelines.models import Stake
from tests.factories import edition


def make(*, of=None, maker="acme"):
    return Stake.objects.create(edition=of or edition.make(), maker=maker)
