"""Interests for tests: somebody's interest in a maker."""

from guidelines.models import Interest, Maker
from tests.factories import guideline, user
from tests.factories.edition import NOW


def make(*, of=None, maker="stillit_co"):
    if not Maker.objects.filter(pk=maker).exists():
        guideline.make()
    person = of or user.Reviewer()
    return Interest.objects.create(person=person, maker_id=maker, declared_at=NOW, declared_by=person)
