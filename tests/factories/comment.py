"""Comments for tests: a reviewer's remark on an edition."""

from guidelines.models import Comment
from tests.factories import edition, user
from tests.factories.edition import NOW


def make(*, on=None, by=None, place="", text="Say why."):
    return Comment.objects.create(
        edition=on or edition.make(), place=place, text=text, at=NOW, by=by or user.Reviewer()
    )
