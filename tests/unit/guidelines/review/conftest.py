"""An edition on its way through review, and two reviewers of different professions."""

import pytest

from advisor.accounts.models import Profession
from guidelines import review
from tests.factories import edition, user
from tests.factories.edition import NOW


SIGNATURE = review.Signature("I read all of it.", "password")


@pytest.fixture
def pharmacist(db):
    return user.Reviewer(profession=Profession.PHARMACIST)


@pytest.fixture
def submitted(db):
    return edition.make()


@pytest.fixture
def editor(request, db):
    """Whoever submitted the edition of a test, or an editor who did nothing yet."""
    there = "submitted" in request.fixturenames
    return request.getfixturevalue("submitted").steps.get(state="submitted").by if there else user.Editor()


@pytest.fixture
def under_review(submitted, reviewer):
    review.take(submitted, by=reviewer, at=NOW)
    return submitted


@pytest.fixture
def endorsed(under_review, reviewer):
    review.approve(under_review, by=reviewer, at=NOW, signature=SIGNATURE)
    return under_review


@pytest.fixture
def approved(endorsed, pharmacist):
    review.approve(endorsed, by=pharmacist, at=NOW, signature=SIGNATURE)
    return endorsed
