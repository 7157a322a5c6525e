"""Leaves for tests: an entry given its place in the tree."""

from guidelines.models import Leaf
from tests.factories import entry, treehead


def make():
    return Leaf.objects.create(index=0, entry=entry.make(), head=treehead.make(size=1))
