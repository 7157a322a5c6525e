"""Decisions: each move follows the table, leaves its step and its entry together, and is bound to what was read."""

from datetime import timedelta

import pytest
from django.db import DatabaseError

from guidelines import ledger, models, rehearsal, review
from tests.factories import comment, edition, interest
from tests.factories.edition import NOW
from tests.unit.guidelines import tampering
from tests.unit.guidelines.review.conftest import SIGNATURE


pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(days=1)


def states(edition):
    return list(edition.steps.order_by("number").values_list("state", flat=True))


def approve(made, by, **more):
    return review.approve(made, by=by, at=NOW, signature=SIGNATURE, **more)


def test_what_changes_a_dose_is_approved_by_two(approved, reviewer, pharmacist):
    assert states(approved) == ["submitted", "under_review", "endorsed", "approved"]
    assert [step.by for step in approved.steps.order_by("number")][2:] == [reviewer, pharmacist]


def test_other_words_are_approved_by_one(approved, reviewer):
    reworded = edition.make(title="Hiccups")
    review.take(reworded, by=reviewer, at=LATER)
    assert approve(reworded, reviewer).state == "approved"


def test_an_approval_says_who_signed_what_and_how(approved, pharmacist):
    step = approved.steps.latest("number")
    assert (step.meaning, step.signed_with, step.sha256) == ("I read all of it.", "password", approved.sha256)
    assert (step.by, step.profession) == (pharmacist, "pharmacist")


def test_an_approval_keeps_the_interests_of_who_gave_it(under_review, reviewer):
    reviewer.declared_interests = "Shares in a waterworks."
    models.Maker.objects.create(code="waterworks", name="Waterworks")
    interest.make(of=reviewer, maker="waterworks")
    assert approve(under_review, reviewer).interests == "Shares in a waterworks.\nMakers: waterworks."


def test_an_edition_can_be_sent_back_with_a_reason(under_review, reviewer):
    step = review.send_back(under_review, by=reviewer, at=LATER, reason="  Cite the label. ")
    assert (step.state, step.reason) == ("sent_back", "Cite the label.")


def test_one_with_a_first_approval_can_still_be_sent_back(endorsed, pharmacist):
    assert review.send_back(endorsed, by=pharmacist, at=LATER, reason="No.").state == "sent_back"


def test_an_approved_edition_can_be_withdrawn_with_what_to_use_instead(approved, reviewer):
    step = review.withdraw(approved, by=reviewer, at=LATER, reason="The label changed.", replacement="Use water.")
    assert (step.state, step.reason, step.replacement) == ("withdrawn", "The label changed.", "Use water.")


@pytest.mark.parametrize(
    ("stage", "move"),
    [("under_review", review.send_back), ("endorsed", review.send_back), ("approved", review.withdraw)],
)
def test_taking_something_away_without_a_reason_is_refused(request, reviewer, stage, move):
    with pytest.raises(review.Refused, match="Say why"):
        move(request.getfixturevalue(stage), by=reviewer, at=LATER, reason=" ")


@pytest.mark.parametrize(
    ("move", "words"),
    [
        (review.take, {}),
        (review.approve, {"signature": SIGNATURE}),
        (review.send_back, {"reason": "No."}),
        (review.withdraw, {"reason": "No."}),
    ],
)
@pytest.mark.parametrize("stage", ["submitted", "under_review", "endorsed", "approved"])
def test_a_move_that_the_state_does_not_allow_is_refused(request, pharmacist, stage, move, words):
    allowed = {"submitted": [review.take], "approved": [review.withdraw]}.get(stage, [review.approve, review.send_back])
    made = request.getfixturevalue(stage)
    before = states(made)
    if move in allowed:
        move(made, by=pharmacist, at=LATER, **words)
        return
    with pytest.raises(review.Refused, match="Edition 1 is "):
        move(made, by=pharmacist, at=LATER, **words)
    assert states(made) == before


def test_what_one_did_not_have_before_ones_eyes_is_not_decided(under_review, reviewer, pharmacist):
    shown = review.Seen(under_review.sha256, 2)
    review.send_back(under_review, by=pharmacist, at=NOW, reason="No.", seen=shown)
    with pytest.raises(review.Refused, match="has moved since this page was shown: it is now sent back"):
        approve(under_review, reviewer, seen=shown)


def test_a_page_about_other_content_decides_nothing(under_review, reviewer):
    with pytest.raises(review.Refused, match="since this page was shown"):
        approve(under_review, reviewer, seen=review.Seen("0" * 64, 2))


def test_an_edition_with_a_failing_case_is_not_approved(under_review, reviewer, monkeypatch):
    monkeypatch.setattr(rehearsal, "failures", lambda _: ["V01: offer: calmol: it is excluded."])
    with pytest.raises(review.Failing, match="V01: offer"):
        approve(under_review, reviewer)
    assert states(under_review) == ["submitted", "under_review"]


def test_the_row_is_approved_and_not_what_somebody_holds_of_it(under_review, reviewer):
    tampering.alter(under_review, '"maximum":40', '"maximum":400')
    with pytest.raises(review.Refused, match="was altered after it was frozen"):
        approve(under_review, reviewer)


def test_everything_against_it_is_said_at_once(under_review, editor):
    comment.make(on=under_review)
    with pytest.raises(review.Refused) as refusal:
        approve(under_review, editor)
    assert [said.split(",")[0] for said in str(refusal.value).splitlines()] == [
        "You submitted this edition",
        "Comments are still to be resolved",
    ]


@pytest.mark.parametrize("given", [("", "password"), ("I read it.", ""), ("I read it.", "a nod")])
def test_a_signature_says_what_it_means_and_how_it_was_given(given):
    with pytest.raises(review.Refused):
        review.Signature(*given)


def test_every_move_leaves_an_entry_in_the_ledger(approved, reviewer):
    review.withdraw(approved, by=reviewer, at=LATER, reason="The label changed.")
    entries = models.Entry.objects.order_by("id").values_list("act", "subject")
    acts = ("submit", "take", "endorse", "approve", "withdraw")
    assert list(entries) == [(act, "hiccups/1") for act in acts]


def test_no_move_happens_without_its_entry(submitted, reviewer, monkeypatch):
    def fail(*_, **__):
        raise DatabaseError("The ledger is full.")

    monkeypatch.setattr(ledger, "append", fail)
    with pytest.raises(DatabaseError):
        review.take(submitted, by=reviewer, at=NOW)
    assert states(submitted) == ["submitted"]


def test_an_older_edition_cannot_overtake_a_newer_approved_one(under_review, reviewer, pharmacist):
    newer = edition.make(title="Hiccups")
    review.take(newer, by=reviewer, at=NOW)
    approve(newer, reviewer)
    approve(newer, pharmacist)
    with pytest.raises(review.Refused, match="Edition 2 was approved after edition 1 was submitted"):
        approve(under_review, reviewer)
