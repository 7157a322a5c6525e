"""Review: what is submitted is frozen as it was rehearsed, and each move leaves its step and its entry together."""

from datetime import timedelta

import pytest
from django.db import DatabaseError

from guidelines import ledger, models, review
from guidelines.engine import canonical, document
from tests.factories import edition, guideline, user
from tests.factories.edition import NOW


pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(days=1)


@pytest.fixture
def submitted(editor):
    return edition.make(by=editor)


@pytest.fixture
def under_review(submitted, reviewer):
    review.take(submitted, by=reviewer, at=NOW)
    return submitted


@pytest.fixture
def approved(under_review, reviewer):
    review.approve(under_review, by=reviewer, at=NOW)
    return under_review


def states(edition):
    return list(edition.steps.order_by("number").values_list("state", flat=True))


def test_submitting_freezes_the_working_copy_under_its_digest(submitted):
    plain = guideline.content()
    assert (submitted.number, submitted.format) == (1, 1)
    assert submitted.document == canonical.text(plain)
    assert submitted.sha256 == document.digest(plain)


def test_a_step_keeps_who_moved_it_as_they_were_then(editor):
    editor.declared_interests = "Lectures for a maker of calmol."
    step = edition.make(by=editor).steps.get()
    assert (step.state, step.by, step.at, step.profession) == ("submitted", editor, NOW, "physician")
    assert step.interests == "Lectures for a maker of calmol."


def test_a_step_is_bound_to_the_digest_that_it_is_about(approved):
    assert set(approved.steps.values_list("sha256", flat=True)) == {approved.sha256}


def test_the_next_edition_gets_the_next_number(submitted):
    assert edition.make(title="Hiccups").number == 2


def test_submitting_the_same_again_is_refused(submitted, editor):
    with pytest.raises(review.Unchanged, match="Nothing has changed since edition 1"):
        review.submit(submitted.guideline, by=editor, at=LATER)


def test_an_unsound_working_copy_is_refused(editor):
    made = guideline.make()
    models.Option.objects.update(strength="")
    with pytest.raises(document.Unreadable, match="strength"):
        review.submit(made, by=editor, at=NOW)
    assert not models.Edition.objects.exists()


def test_a_working_copy_with_a_failing_case_is_refused_with_every_broken_promise(editor):
    made = guideline.make()
    models.Case.objects.filter(code="V01").update(expects="exclude: calmol\noffer: calmol\nexclude: water")
    with pytest.raises(review.Failing) as refusal:
        review.submit(made, by=editor, at=NOW)
    assert [failure.split(": ")[1:3] for failure in refusal.value.failures] == [
        ["exclude", "calmol"],
        ["exclude", "water"],
    ]
    assert not models.Edition.objects.exists()


def test_an_edition_goes_from_review_to_approval(approved, reviewer):
    assert states(approved) == ["submitted", "under_review", "approved"]
    assert approved.steps.order_by("number").last().by == reviewer


def test_an_edition_can_be_sent_back_with_a_reason(under_review, reviewer):
    step = review.send_back(under_review, by=reviewer, at=LATER, reason="  Cite the label. ")
    assert (step.state, step.reason) == ("sent_back", "Cite the label.")


def test_an_approved_edition_can_be_withdrawn_with_a_reason(approved, reviewer):
    assert review.withdraw(approved, by=reviewer, at=LATER, reason="The label changed.").state == "withdrawn"


@pytest.mark.parametrize("move", [review.send_back, review.withdraw])
def test_taking_something_away_without_a_reason_is_refused(approved, reviewer, move):
    with pytest.raises(review.Refused, match="Say why"):
        move(approved, by=reviewer, at=LATER, reason=" ")


def test_nobody_approves_what_they_submitted(submitted, editor):
    review.take(submitted, by=editor, at=NOW)
    with pytest.raises(review.Refused, match="somebody else must approve"):
        review.approve(submitted, by=editor, at=NOW)


@pytest.mark.parametrize(
    ("move", "reason"),
    [(review.approve, {}), (review.send_back, {"reason": "No."}), (review.withdraw, {"reason": "No."})],
)
def test_a_move_that_the_state_does_not_allow_is_refused(submitted, reviewer, move, reason):
    with pytest.raises(review.Refused, match="Edition 1 is submitted"):
        move(submitted, by=reviewer, at=NOW, **reason)
    assert states(submitted) == ["submitted"]


def test_an_older_edition_cannot_overtake_a_newer_approved_one(under_review, reviewer):
    newer = edition.make(title="Hiccups")
    review.take(newer, by=reviewer, at=NOW)
    review.approve(newer, by=reviewer, at=NOW)
    with pytest.raises(review.Refused, match="A later edition"):
        review.approve(under_review, by=reviewer, at=NOW)


def test_of_two_reviewers_at_the_same_moment_one_wins(under_review, reviewer, monkeypatch):
    step = review._step

    def overtaken(name, edition, **given):
        step("send_back", edition, **given | {"by": user.Reviewer()})
        return step(name, edition, **given)

    monkeypatch.setattr(review, "_step", overtaken)
    with pytest.raises(review.Refused, match="at the same moment"):
        review.approve(under_review, by=reviewer, at=NOW)


def test_of_two_editors_at_the_same_moment_one_wins(submitted, editor):
    with pytest.raises(review.Refused, match="at the same moment"):
        review._freeze(submitted.guideline, guideline.content(), number=1, by=editor, at=NOW)


def test_every_move_leaves_an_entry_in_the_ledger(approved, reviewer):
    review.withdraw(approved, by=reviewer, at=LATER, reason="The label changed.")
    entries = models.Entry.objects.order_by("id").values_list("act", "subject")
    assert list(entries) == [(act, "hiccups/1") for act in ("submit", "take", "approve", "withdraw")]


def test_no_move_happens_without_its_entry(submitted, reviewer, monkeypatch):
    def fail(*_, **__):
        raise DatabaseError("The ledger is full.")

    monkeypatch.setattr(ledger, "append", fail)
    with pytest.raises(DatabaseError):
        review.take(submitted, by=reviewer, at=NOW)
    assert states(submitted) == ["submitted"]
