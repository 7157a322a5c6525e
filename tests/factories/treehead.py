"""Tree heads for tests: a made-up root."""

from guidelines.models import TreeHead
from tests.factories.edition import NOW


def make(size=0):
    return TreeHead.objects.create(number=1, size=size, root="0" * 64, at=NOW, reached=0)
