"""The queue: what awaits review, the most pressing first, and what each reviewer may do about it."""

from datetime import timedelta

import pytest

from advisor.accounts.models import Profession
from guidelines import library, queue, review
from tests.factories import comment, edition, resolution, user
from tests.factories.edition import NOW
from tests.factories.reviewstep import SIGNATURE, approve, withdraw


pytestmark = pytest.mark.django_db

TODAY = NOW.date()


@pytest.fixture(autouse=True)
def _empty_shelves(monkeypatch):
    monkeypatch.setattr(library, "_kept", {})
    monkeypatch.setattr(library, "_titles", {})


def test_what_awaits_review_is_told_with_what_stands_against_approving_it(editor, reviewer):
    made = edition.make(by=editor)
    comment.make(on=made)
    [one] = queue.waiting(by=reviewer, today=TODAY)
    assert (one.slug, one.number, one.title, one.status) == ("hiccups", 1, "Persistent hiccups", "Submitted")
    assert (one.submitted_at, one.submitted_by) == (NOW, str(editor))
    assert (one.approvals_needed, one.approvals_given, one.comments) == (2, 0, 1)
    assert one.objections == (
        "Edition 1 is submitted; somebody must take it under review first.",
        "Comments are still to be resolved, on the whole edition.",
    )


def test_a_first_approval_is_counted_and_the_second_reviewer_sees_no_objection(reviewer):
    made = edition.make()
    review.take(made, by=reviewer, at=NOW)
    review.approve(made, by=reviewer, at=NOW, signature=SIGNATURE)
    [one] = queue.waiting(by=user.Reviewer(profession=Profession.PHARMACIST), today=TODAY)
    assert (one.approvals_given, one.objections) == (1, ())


@pytest.mark.parametrize("fate", [approve, lambda made: withdraw(approve(made))])
def test_what_is_decided_awaits_nothing(reviewer, fate):
    fate(edition.make())
    assert (queue.waiting(by=reviewer, today=TODAY), queue.count()) == ([], 0)


def test_the_longest_waiting_comes_first(reviewer):
    edition.make(slug="later", at=NOW + timedelta(days=1))
    edition.make(slug="earlier", at=NOW)
    assert [one.slug for one in queue.waiting(by=reviewer, today=TODAY)] == ["earlier", "later"]
    assert queue.count() == 2


def test_what_is_overdue_comes_before_it(reviewer):
    edition.make(slug="earlier", at=NOW - timedelta(days=90))
    edition.make(slug="overdue", at=NOW - timedelta(days=80), review_by="2026-01-01")
    assert [one.slug for one in queue.waiting(by=reviewer, today=TODAY)] == ["overdue", "earlier"]
    assert [heading.slug for heading in queue.overdue(TODAY)] == ["overdue"]


def test_everything_said_is_told_by_place(reviewer, editor):
    made = edition.make()
    whole, place = comment.make(on=made), "options[water_first]"
    at_place = comment.make(on=made, place=place, by=reviewer, text="Why?")
    comment.make(on=made, place=place, by=editor, text="See R10.", answers=at_place)
    resolution.make(of=at_place, by=reviewer)
    first, second = queue.threads(made)
    assert (first.comment, first.resolution) == (whole.pk, None)
    assert (second.place, second.said.text, second.said.by) == (place, "Why?", str(reviewer))
    assert [answer.text for answer in second.answers] == ["See R10."]
    assert second.resolution.text == "Done."


def test_open_comments_are_those_on_the_newest_edition():
    older = edition.make()
    comment.make(on=older, text="An old one.")
    newer = edition.make(title="Hiccups")
    resolution.make(of=comment.make(on=newer))
    comment.make(on=newer, place="options[water_first]", text="A new one.")
    [(place, [thread])] = queue.open_comments("hiccups").items()
    assert (place, thread.said.text, thread.number) == ("options[water_first]", "A new one.", 2)
    assert queue.open_comments("sneezes") == {}


def test_many_comments_are_told_in_one_statement(django_assert_num_queries):
    made = edition.make()
    for _ in range(3):
        resolution.make(of=comment.make(on=made))
    with django_assert_num_queries(1):
        assert len(queue.threads(made)) == 3
