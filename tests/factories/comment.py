"""Comments for tests: a reviewer's remark on an edition."""

from guidelines import review
from tests.factories import edition, user
from tests.factories.edition import NOW


def make(*, on=None, by=None, place="", text="Say why.", answers=None):
    return review.comment(on or edition.make(), place, text, by=by or user.Reviewer(), at=NOW, answers=answers)
