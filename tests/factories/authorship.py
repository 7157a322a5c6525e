"""Authorships for tests: a row of the catalogue written by one person while it stands in no guideline."""

from guidelines import contribution
from guidelines.models import Authorship
from tests.factories import user
from tests.factories.edition import NOW


def make(*, section="drugs", code="calmol", by=None, at=NOW):
    contribution.note([], rows=[(section, code)], by=by or user.Editor(), at=at)
    return Authorship.objects.latest("pk")
