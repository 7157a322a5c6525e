"""The imprint: who wrote and who reviewed an edition, as they were then, and how it came to its status."""

from datetime import timedelta

import pytest

from guidelines import imprint, library, review
from tests.factories import edition, user
from tests.factories.edition import NOW
from tests.factories.reviewstep import approve, withdraw
from tests.unit.guidelines import tampering


pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=3)


@pytest.fixture(autouse=True)
def _empty_shelves(monkeypatch):
    monkeypatch.setattr(library, "_kept", {})


def of(number=1):
    return imprint.of(library.edition("hiccups", number))


def way(number=1):
    return [(stage.label, stage.mark, stage.at) for stage in of(number).path]


def test_it_names_who_wrote(editor):
    edition.make(by=editor)
    assert of().written_by == (str(editor),)


def test_a_reviewer_stands_there_as_they_were_when_they_decided(reviewer):
    made = edition.make()
    reviewer.declared_interests = "Lectures for Stillit."
    reviewer.save()
    review.take(made, by=reviewer, at=NOW)
    reviewer.declared_interests, reviewer.profession = "", "other"
    reviewer.save()
    [reviewed] = of().reviewed_by
    assert (reviewed.profession, reviewed.interests) == ("physician", "Lectures for Stillit.")
    assert [(act.label, act.at) for act in reviewed.acts] == [("Under review", NOW)]


def test_whoever_only_wrote_or_submitted_is_no_reviewer(editor):
    edition.make(by=editor)
    assert of().reviewed_by == ()


def test_each_state_has_its_date():
    approve(edition.make(), at=LATER)
    assert way()[0] == ("Submitted", "done", NOW)
    assert way()[-1] == ("Approved", "current", LATER)


def test_what_is_to_come_has_none():
    edition.make()
    assert way()[0] == ("Submitted", "current", NOW)
    assert {stage[2] for stage in way()[1:]} == {None}


def test_a_superseded_edition_ends_where_the_next_was_approved():
    approve(edition.make())
    approve(edition.make(title="Hiccups"), at=LATER)
    assert way()[-1] == ("Superseded", "current", LATER)
    assert [mark for _, mark, _ in way()].count("current") == 1
    assert way(2)[-1] == ("Approved", "current", LATER)


def test_a_withdrawn_edition_ends_there():
    withdraw(approve(edition.make()), at=LATER)
    assert way()[-1] == ("Withdrawn", "current", LATER)


def test_an_altered_edition_is_never_told_as_approved():
    tampering.alter(approve(edition.make()), "hiccups", "hiccuqs")
    assert way()[-1] == ("Not approved: content altered", "current", None)


def test_the_other_editions_say_which_of_them_clinicians_may_read(settings):
    approve(edition.make())
    edition.make(title="Hiccups")
    assert [(one.number, one.last.label, one.is_open) for one in of().issues] == [
        (2, "Submitted", True),
        (1, "Approved", True),
    ]
    settings.SHOW_UNAPPROVED_EDITIONS = False
    assert [one.is_open for one in of().issues] == [False, True]


def test_an_edition_that_was_superseded_is_not_listed_as_approved():
    approve(edition.make())
    approve(edition.make(title="Hiccups"), at=LATER)
    edition.make(title="Hiccup")
    assert [(one.number, one.last.label, one.last.at) for one in of(2).issues] == [
        (3, "Submitted", NOW),
        (2, "Approved", LATER),
        (1, "Superseded", LATER),
    ]


def test_it_takes_two_statements(django_assert_num_queries):
    approve(edition.make(by=user.Editor()))
    reading = library.edition("hiccups", 1)
    with django_assert_num_queries(2):
        imprint.of(reading)
