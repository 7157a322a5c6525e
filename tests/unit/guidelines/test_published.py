"""Which editions clinicians may read by their number, and which edition came before."""

import pytest

from guidelines import library, review
from tests.factories import edition, user
from tests.factories.edition import NOW
from tests.factories.reviewstep import approve, withdraw
from tests.unit.guidelines import tampering


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _strict(monkeypatch, settings):
    monkeypatch.setattr(library, "_kept", {})
    settings.SHOW_UNAPPROVED_EDITIONS = False


def refused(number=1):
    with pytest.raises(library.Absent, match="that clinicians may read"):
        library.published("hiccups", number)
    return True


def test_what_was_approved_once_can_be_read_for_ever():
    approve(edition.make())
    second = approve(edition.make(title="Hiccups"))
    assert library.published("hiccups", 1).status == "Superseded"
    withdraw(second)
    assert library.published("hiccups", 2).status == "Withdrawn"


def test_what_nobody_approved_is_read_only_where_the_deployment_shows_such(settings):
    edition.make()
    assert refused()
    settings.SHOW_UNAPPROVED_EDITIONS = True
    assert library.published("hiccups", 1).status == "Submitted"


def test_what_was_sent_back_is_never_read(settings, reviewer):
    made = edition.make()
    review.take(made, by=reviewer, at=NOW)
    review.send_back(made, by=reviewer, at=NOW, reason="No.")
    settings.SHOW_UNAPPROVED_EDITIONS = True
    assert refused()


def test_there_is_no_such_edition():
    edition.make()
    assert refused(7)


def test_altered_content_is_not_read():
    tampering.alter(approve(edition.make()), "hiccups", "hiccuqs")
    with pytest.raises(library.Absent, match="altered after it was frozen"):
        library.published("hiccups", 1)


def test_before_an_edition_came_the_newest_that_was_approved(reviewer):
    approve(edition.make())
    rejected = edition.make(title="Hiccups")
    review.take(rejected, by=user.Reviewer(), at=NOW)
    review.send_back(rejected, by=reviewer, at=NOW, reason="No.")
    edition.make(title="Hiccups again")
    assert library.approved_before("hiccups", 3).number == 1
    assert library.approved_before("hiccups", 1) is None
