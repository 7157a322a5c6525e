"""Settlements for tests: an editor looked at a rule that clinicians override."""

from advisor import record
from advisor.models import Matter, Settled, Settlement
from tests.factories import user
from tests.factories.edition import NOW


def make(rule="options[calmol_second]", matter=Matter.OVERRIDES, *, how=Settled.STANDS, seen=0, by=None, at=NOW):
    record.settle("hiccups", rule, matter, how=how, seen=seen, by=by or user.Editor(), at=at)
    return Settlement.objects.latest("pk")
