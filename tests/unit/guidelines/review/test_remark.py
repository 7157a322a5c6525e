"""Remarks: reviewers comment on rows, editors answer, and somebody who did not write it says that all is settled."""

import pytest
from django.db import DatabaseError

from guidelines import ledger, review
from guidelines.models import Comment, Entry, Resolution
from tests.factories import comment, edition, resolution
from tests.factories.edition import NOW


pytestmark = pytest.mark.django_db

PLACE = "options[water_first]"


def test_a_comment_stands_at_a_row(submitted, reviewer):
    made = review.comment(submitted, PLACE, " Why first? ", by=reviewer, at=NOW)
    assert (made.place, made.text, made.by, made.at) == (PLACE, "Why first?", reviewer, NOW)


def test_a_comment_may_be_about_the_whole(submitted):
    assert comment.make(on=submitted, place="").place == ""


def test_an_editor_answers(submitted, editor):
    remark = comment.make(on=submitted, place=PLACE)
    answer = comment.make(on=submitted, place=PLACE, by=editor, answers=remark)
    assert list(remark.answered_by.all()) == [answer]


def test_a_comment_is_resolved_once(submitted, reviewer):
    remark = comment.make(on=submitted)
    resolution.make(of=remark, by=reviewer)
    with pytest.raises(review.Refused, match="is resolved"):
        resolution.make(of=remark, by=reviewer)
    with pytest.raises(review.Refused, match="is resolved"):
        comment.make(on=submitted, answers=remark)


def test_who_wrote_it_does_not_resolve_it(submitted, editor):
    with pytest.raises(review.Refused, match="somebody else must say"):
        resolution.make(of=comment.make(on=submitted), by=editor)
    assert not Resolution.objects.exists()


@pytest.mark.parametrize(
    ("place", "text", "said"),
    [
        ("options[nothing]", "Why?", "Edition 1 has no options"),
        ("nonsense", "Why?", "has no nonsense"),
        (PLACE, "  ", "Write what you want to say"),
        (PLACE, "x" * 5001, "at most 5000"),
    ],
)
def test_a_comment_that_says_nothing_or_is_about_nothing_is_refused(submitted, place, text, said):
    with pytest.raises(review.Refused, match=said):
        comment.make(on=submitted, place=place, text=text)
    assert not Comment.objects.exists()


def test_an_answer_to_an_answer_is_refused(submitted):
    answer = comment.make(on=submitted, answers=comment.make(on=submitted))
    with pytest.raises(review.Refused, match="that began the conversation"):
        comment.make(on=submitted, answers=answer)


def test_an_answer_on_another_edition_is_refused(submitted):
    remark = comment.make(on=submitted)
    with pytest.raises(review.Refused, match="that began the conversation"):
        comment.make(on=edition.make(title="Hiccups"), answers=remark)


def test_what_is_decided_takes_no_comments(approved):
    with pytest.raises(review.Refused, match="Edition 1 is approved; comments on it are closed"):
        comment.make(on=approved)


def test_what_was_sent_back_is_still_discussed(under_review, reviewer, editor):
    remark = comment.make(on=under_review)
    review.send_back(under_review, by=reviewer, at=NOW, reason="See the comment.")
    assert comment.make(on=under_review, by=editor, answers=remark).text == "Say why."


def test_every_remark_leaves_its_entry(submitted):
    remark = comment.make(on=submitted, place=PLACE)
    comment.make(on=submitted, place=PLACE, answers=remark)
    resolution.make(of=remark)
    assert list(Entry.objects.order_by("pk").values_list("act", flat=True))[1:] == ["comment", "answer", "resolve"]


def test_no_remark_without_its_entry(submitted, monkeypatch):
    def fail(*_, **__):
        raise DatabaseError("The ledger is full.")

    monkeypatch.setattr(ledger, "append", fail)
    with pytest.raises(DatabaseError):
        comment.make(on=submitted)
    assert not Comment.objects.exists()
