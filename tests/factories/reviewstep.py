"""Review steps for tests: the first one of an edition, and those by which it is approved or withdrawn."""

from advisor.accounts.models import Profession
from guidelines import review
from tests.factories import edition, user
from tests.factories.edition import NOW


SIGNATURE = review.Signature("I read all of it.", "password")


def make():
    return edition.make().steps.get()


def approve(made, *, at=NOW):
    """Take an edition under review and have a physician and a pharmacist approve it, as far as it needs both."""
    physician, pharmacist = user.Reviewer(), user.Reviewer(profession=Profession.PHARMACIST)
    review.take(made, by=physician, at=at)
    for reviewer in (physician, pharmacist)[: made.approvals_needed]:
        review.approve(made, by=reviewer, at=at, signature=SIGNATURE)
    return made


def withdraw(made, *, at=NOW, replacement=""):
    """Withdraw an approved edition."""
    review.withdraw(made, by=user.Reviewer(), at=at, reason="The label changed.", replacement=replacement)
    return made
