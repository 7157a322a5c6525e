"""Approvals for tests: an edition taken and approved by as many reviewers as it needs, of different professions."""

from advisor.accounts.models import Profession
from guidelines import review
from tests.factories import user
from tests.factories.edition import NOW


SIGNATURE = review.Signature("I have read all of it.", "password")


def give(edition, *, at=NOW):
    """Approve an edition, and return it."""
    first, second = user.Reviewer(), user.Reviewer(profession=Profession.PHARMACIST)
    review.take(edition, by=first, at=at)
    for reviewer in (first, second)[: edition.approvals_needed]:
        review.approve(edition, by=reviewer, at=at, signature=SIGNATURE)
    return edition
