"""Submission: what is frozen is what was rehearsed, under its digest, with who and whose makers stand behind it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError

from guidelines import contribution, ledger, models, rehearsal, review
from guidelines.engine import canonical, document
from tests.factories import edition, guideline, user
from tests.factories.edition import NOW
from tests.factories.reviewstep import approve, withdraw


pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(days=1)


def contributors(edition):
    return {contributor.person for contributor in edition.contributors.select_related("person")}


def edited(by, at=NOW):
    made = models.Guideline.objects.first() or guideline.make()
    contribution.note([made], by=by, at=at)
    return made


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


def test_what_changes_while_the_cases_are_tried_is_not_frozen_untried(editor, monkeypatch):
    made = guideline.make()

    def meanwhile(rulebook):
        models.Guideline.objects.update(title="Quite another")
        return []

    monkeypatch.setattr(rehearsal, "failures", meanwhile)
    with pytest.raises(review.Refused, match="while its cases were tried"):
        review.submit(made, by=editor, at=NOW)
    assert not models.Edition.objects.exists()


def test_whoever_edited_or_submitted_is_a_contributor():
    writer, submitter, other = user.Editor(), user.Editor(), user.Editor()
    edited(writer)
    made = edition.make(by=submitter)
    assert contributors(made) == {writer, submitter}
    assert other not in contributors(made)


def test_contributors_count_from_the_last_approved_edition():
    first, second, third = user.Editor(), user.Editor(), user.Editor()
    edited(first)
    approve(edition.make(by=first))
    edited(second, at=LATER)
    sent_back = edition.make(by=second, title="Hiccups", at=LATER)
    assert contributors(sent_back) == {second}
    assert contributors(edition.make(by=third, title="Hiccups again", at=LATER)) == {second, third}


def test_an_edit_that_waited_for_a_submission_counts_for_the_next(submitted):
    late = user.Editor()
    edited(late, at=NOW - timedelta(seconds=1))
    approve(submitted)
    assert late in contributors(edition.make(title="Hiccups", at=LATER))


@pytest.mark.parametrize("fate", [withdraw, lambda made: None])
def test_what_was_withdrawn_is_no_edition_to_build_on(editor, fate):
    edited(editor)
    fate(approve(edition.make()))
    after = edition.make(title="Hiccups", at=LATER, by=user.Editor())
    assert (editor in contributors(after)) == (fate is withdraw)


def test_a_first_edition_needs_two_approvals_and_puts_every_maker_at_stake(submitted):
    assert submitted.approvals_needed == 2
    assert [stake.maker for stake in submitted.stakes.all()] == ["stillit_co"]


def test_other_words_need_one_approval_and_touch_no_maker(submitted):
    approve(submitted)
    made = edition.make(title="Hiccups")
    assert (made.approvals_needed, list(made.stakes.all())) == (1, [])


def test_another_dose_needs_two_approvals_and_touches_its_maker(submitted):
    approve(submitted)
    models.DoseRange.objects.filter(pk="calmol_light").update(maximum=5)
    made = edition.make(title="Hiccups")
    assert (made.approvals_needed, [stake.maker for stake in made.stakes.all()]) == (2, ["stillit_co"])


def test_dropping_a_maker_does_not_hide_its_stake(submitted):
    approve(submitted)
    models.Inclusion.objects.filter(section="makers").delete()
    assert [stake.maker for stake in edition.make(title="Hiccups").stakes.all()] == ["stillit_co"]


def test_the_same_content_may_be_submitted_again_once_another_edition_overtook_it(submitted, editor):
    approve(edition.make(title="Hiccups"))
    models.Guideline.objects.update(title="Persistent hiccups")
    assert edition.make(by=editor, at=LATER).number == 3


def test_nothing_is_frozen_without_its_entry(editor, monkeypatch):
    def fail(*_, **__):
        raise DatabaseError("The ledger is full.")

    monkeypatch.setattr(ledger, "append", fail)
    with pytest.raises(DatabaseError):
        edition.make(by=editor)
    assert not models.Edition.objects.exists()


def test_what_a_rule_of_readiness_finds_is_put_right_first(editor):
    made = guideline.make()
    models.Case.objects.filter(code="V02b").delete()
    with pytest.raises(review.Unready, match="alerts\\[child\\]: Fires in no worked patient") as refusal:
        review.submit(made, by=editor, at=NOW)
    assert [finding.place for finding in refusal.value.findings] == ["alerts[child]"]
    assert not models.Edition.objects.exists()
