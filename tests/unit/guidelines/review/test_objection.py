"""Objections: who may not approve what, in a sentence for them."""

import pytest

from guidelines import contribution, models, review
from guidelines.models import Guideline
from tests.factories import comment, edition, interest, resolution, user
from tests.factories.edition import NOW
from tests.factories.reviewstep import approve
from tests.unit.guidelines import tampering
from tests.unit.guidelines.review.conftest import SIGNATURE


pytestmark = pytest.mark.django_db


def test_nothing_stands_against_somebody_independent(under_review, pharmacist):
    assert review.objections(under_review, by=pharmacist) == []


def test_a_submitted_edition_is_first_taken(submitted, pharmacist):
    assert review.objections(submitted, by=pharmacist) == [
        "Edition 1 is submitted; somebody must take it under review first."
    ]


def test_who_may_not_approve_hears_so_before_it_is_taken(submitted, editor):
    assert "You submitted this edition" in review.objections(submitted, by=editor)[1]


def test_what_is_decided_has_no_further_objections(approved, editor):
    assert review.objections(approved, by=editor) == [
        "Edition 1 is approved; only an edition under review can be approved."
    ]


def test_nobody_approves_what_they_submitted(under_review, editor):
    assert review.objections(under_review, by=editor) == [
        "You submitted this edition, so somebody else must approve it."
    ]


def test_nobody_approves_what_they_wrote(reviewer):
    edition.guideline.make()
    contribution.note(Guideline.objects.all(), by=reviewer, at=NOW)
    made = edition.make()
    review.take(made, by=reviewer, at=NOW)
    assert review.objections(made, by=reviewer) == [
        "You wrote part of what this edition changes, so somebody else must approve it."
    ]


def test_nobody_approves_what_touches_their_interest(under_review, pharmacist):
    interest.make(of=pharmacist)
    assert review.objections(under_review, by=pharmacist) == [
        "You declared an interest in Stillit and Company, and this edition changes what it makes or markets."
    ]


def test_an_interest_in_what_does_not_change_is_no_objection(under_review, pharmacist):
    models.Maker.objects.create(code="waterworks", name="Waterworks")
    interest.make(of=pharmacist, maker="waterworks")
    assert review.objections(under_review, by=pharmacist) == []


def test_altered_content_is_not_approved(under_review, pharmacist):
    tampering.alter(under_review, '"maximum":40', '"maximum":400')
    under_review.refresh_from_db()
    assert "was altered after it was frozen" in review.objections(under_review, by=pharmacist)[0]


def test_comments_are_resolved_first(under_review, pharmacist):
    remark = comment.make(on=under_review, place="options[water_first]")
    comment.make(on=under_review, place="options[water_first]", answers=remark)
    assert review.objections(under_review, by=pharmacist) == [
        "Comments are still to be resolved, on options[water_first]."
    ]
    resolution.make(of=remark)
    assert review.objections(under_review, by=pharmacist) == []


def test_the_second_approval_comes_from_somebody_else(endorsed, reviewer):
    assert review.objections(endorsed, by=reviewer) == [
        "You gave the first approval, so somebody else must give the second."
    ]


def test_the_second_approval_comes_from_another_profession(endorsed):
    assert review.objections(endorsed, by=user.Reviewer()) == [
        "The first approval came from a physician too; the second must come from another profession."
    ]


def test_an_edition_that_was_overtaken_is_submitted_again(under_review, pharmacist):
    approve(edition.make(title="Hiccups"))
    assert "Edition 2 was approved after edition 1" in review.objections(under_review, by=pharmacist)[0]
    assert review.objections(under_review, by=pharmacist)[1:] == []


def test_what_approve_refuses_is_what_objections_say(under_review, editor):
    with pytest.raises(review.Refused) as refusal:
        review.approve(under_review, by=editor, at=NOW, signature=SIGNATURE)
    assert str(refusal.value).splitlines() == review.objections(under_review, by=editor)
