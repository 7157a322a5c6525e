"""Races: two people decide at the same moment, in real transactions; one wins, and the other is told so."""

import threading

import pytest
from django.db import connection, transaction

from advisor.accounts.models import Profession
from guidelines import rehearsal, review
from guidelines.models import Guideline
from tests.factories import edition, user
from tests.factories.edition import NOW
from tests.factories.reviewstep import SIGNATURE


@pytest.fixture
def under_review(fresh_database):
    with transaction.atomic():
        made = edition.make()
        review.take(made, by=user.Reviewer(), at=NOW)
    return made


def at_once(*acts):
    """Do several things at the same moment, each with a connection of its own; return what came of each."""
    start, came = threading.Barrier(len(acts)), [None] * len(acts)

    def do(place, act):
        try:
            start.wait(10)
            came[place] = act()
        except review.Refused as refused:
            came[place] = refused
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=given) for given in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return came


def approval(made, by):
    return lambda: review.approve(made, by=by, at=NOW, signature=SIGNATURE)


def told(came):
    """How many did it, and what the others were told."""
    refusals = [one for one in came if isinstance(one, review.Refused)]
    return len(came) - len(refusals), [str(refusal) for refusal in refusals]


def test_of_two_first_approvals_one_wins(under_review):
    done, [said] = told(at_once(*(approval(under_review, user.Reviewer()) for _ in range(2))))
    assert done == 1
    assert "The first approval came from a physician too" in said
    assert under_review.steps.filter(state="endorsed").count() == 1


def test_of_two_second_approvals_one_wins(under_review):
    approval(under_review, user.Reviewer())()
    pharmacists = [user.Reviewer(profession=Profession.PHARMACIST) for _ in range(2)]
    done, [said] = told(at_once(*(approval(under_review, by) for by in pharmacists)))
    assert (done, said) == (1, "Edition 1 is approved; it cannot be moved so.")
    assert under_review.steps.filter(state="approved").count() == 1


def test_of_an_approval_and_a_sending_back_one_wins(under_review):
    shown = review.Seen(under_review.sha256, 2)
    one, other = user.Reviewer(), user.Reviewer()
    came = at_once(
        lambda: review.approve(under_review, by=one, at=NOW, signature=SIGNATURE, seen=shown),
        lambda: review.send_back(under_review, by=other, at=NOW, reason="No.", seen=shown),
    )
    done, [said] = told(came)
    assert done == 1
    assert "Edition 1 " in said
    assert "sent back" in said or "one approval given" in said


def test_a_comment_made_at_the_moment_of_an_approval_is_not_passed_over(under_review):
    came = at_once(
        approval(under_review, user.Reviewer()),
        lambda: review.comment(under_review, "", "Wait.", by=user.Reviewer(profession=Profession.NURSE), at=NOW),
    )
    done, said = told(came)
    # Either the comment came first and stands against the approval, or it stands against the second one.
    assert (done, bool(said)) in {(1, True), (2, False)}
    pharmacist = user.Reviewer(profession=Profession.PHARMACIST)
    assert "Comments are still to be resolved" in review.objections(under_review, by=pharmacist)[0]


def test_of_two_submissions_one_wins(fresh_database):
    editor = user.Editor()
    with transaction.atomic():
        edition.make()
        Guideline.objects.update(title="Hiccups")
    guideline = Guideline.objects.get()
    done, [said] = told(at_once(*(lambda: review.submit(guideline, by=editor, at=NOW) for _ in range(2))))
    assert done == 1
    assert "Nothing has changed since edition 2" in said or "while its cases were tried" in said
    assert guideline.editions.count() == 2


def test_an_edit_during_a_submission_is_in_the_next_one(fresh_database, monkeypatch):
    editor = user.Editor()
    with transaction.atomic():
        guideline = edition.make().guideline
        Guideline.objects.update(title="Hiccups")
    failures = rehearsal.failures

    def edited_meanwhile(rulebook):
        at_once(lambda: Guideline.objects.update(title="Hiccups again"))
        return failures(rulebook)

    monkeypatch.setattr(rehearsal, "failures", edited_meanwhile)
    with pytest.raises(review.Refused, match="while its cases were tried"):
        review.submit(guideline, by=editor, at=NOW)
    assert guideline.editions.count() == 1
