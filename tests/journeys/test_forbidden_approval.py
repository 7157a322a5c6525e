"""The approvals that nobody may give, each tried through every door: the page, the admin, the shell, and plain SQL."""

from dataclasses import dataclass

import pytest
from django.db import IntegrityError, connection, transaction

from advisor.accounts import roles
from advisor.accounts.models import Profession, User
from guidelines import contribution, review
from guidelines.models import Edition, ReviewStep
from tests.factories import authorship, comment, edition, guideline, interest, user
from tests.factories.edition import NOW
from tests.factories.reviewstep import SIGNATURE, approve
from tests.journeys.desk import Desk


pytestmark = pytest.mark.django_db


@dataclass
class Attempt:
    """Somebody who must not approve an edition, and the first words of why."""

    edition: Edition
    by: User
    why: str


def reviewed(made, *, endorsed_by=None):
    review.take(made, by=user.Reviewer(), at=NOW)
    if endorsed_by:
        review.approve(made, by=endorsed_by, at=NOW, signature=SIGNATURE)
    return made


def its_submitter():
    both = user.Editor()
    roles.assign(both, roles.REVIEWER)
    return Attempt(reviewed(edition.make(by=both)), both, "You submitted this edition")


def who_wrote_part_of_it():
    both = user.Editor()
    roles.assign(both, roles.REVIEWER)
    contribution.note([guideline.make()], by=both, at=NOW)
    return Attempt(reviewed(edition.make()), both, "You wrote part of what this edition changes")


def who_wrote_a_row_before_it_stood_in_any_guideline():
    both = user.Editor()
    roles.assign(both, roles.REVIEWER)
    authorship.make(by=both)
    return Attempt(reviewed(edition.make()), both, "You wrote part of what this edition changes")


def who_has_an_interest():
    reviewer = user.Reviewer()
    interest.make(of=reviewer)
    return Attempt(reviewed(edition.make()), reviewer, "You declared an interest in Stillit and Company")


def who_approved_it_already():
    reviewer = user.Reviewer()
    return Attempt(reviewed(edition.make(), endorsed_by=reviewer), reviewer, "You gave the first approval")


def of_the_same_profession():
    made = reviewed(edition.make(), endorsed_by=user.Reviewer())
    return Attempt(made, user.Reviewer(), "The first approval came from a physician too")


def before_a_comment_is_resolved():
    made = reviewed(edition.make())
    comment.make(on=made)
    return Attempt(made, user.Reviewer(), "Comments are still to be resolved")


def after_another_was_approved():
    made = reviewed(edition.make())
    approve(edition.make(title="Hiccups"))
    return Attempt(made, user.Reviewer(), "Edition 2 was approved after edition 1 was submitted")


def of_what_was_sent_back():
    made = reviewed(edition.make())
    review.send_back(made, by=user.Reviewer(), at=NOW, reason="No.")
    return Attempt(made, user.Reviewer(), "Edition 1 is sent back")


FORBIDDEN = [
    its_submitter,
    who_wrote_part_of_it,
    who_wrote_a_row_before_it_stood_in_any_guideline,
    who_has_an_interest,
    who_approved_it_already,
    of_the_same_profession,
    before_a_comment_is_resolved,
    after_another_was_approved,
    of_what_was_sent_back,
]


@pytest.fixture(params=FORBIDDEN, ids=lambda forbidden: forbidden.__name__)
def attempt(request, db):
    made = request.param()
    before = list(made.edition.steps.values_list("number", "state"))
    yield made
    assert list(made.edition.steps.values_list("number", "state")) == before, "nothing is half done"


def step(attempt):
    made = ReviewStep(edition=attempt.edition, state="approved", sha256=attempt.edition.sha256, at=NOW, by=attempt.by)
    made.number = attempt.edition.steps.count() + 1
    made.profession, made.meaning, made.signed_with = attempt.by.profession, "Approved.", "password"
    return made


def test_by_the_page(client, attempt):
    desk = Desk(client, attempt.by, attempt.edition)
    assert attempt.why in desk.reads("approve/")
    refused = desk.signs()
    assert refused.status_code == 409
    assert attempt.why in " ".join(refused.content.decode().split())


def test_by_the_admin(client, attempt):
    client.force_login(attempt.by)
    fields = {"edition": attempt.edition.pk, "state": "approved", "by": attempt.by.pk, "number": 3}
    assert client.post("/admin/guidelines/reviewstep/add/", fields).status_code == 403
    newest = attempt.edition.steps.latest("number")
    assert client.post(f"/admin/guidelines/reviewstep/{newest.pk}/change/", fields).status_code == 403
    assert client.post(f"/admin/guidelines/edition/{attempt.edition.pk}/change/", fields).status_code == 403


def test_by_the_shell(attempt):
    with pytest.raises(review.Refused, match=attempt.why):
        review.approve(attempt.edition, by=attempt.by, at=NOW, signature=SIGNATURE)


@pytest.mark.parametrize("write", [lambda made: made.save(), lambda made: ReviewStep.objects.bulk_create([made])])
def test_by_writing_the_step_oneself(attempt, write):
    with pytest.raises(IntegrityError), transaction.atomic():
        write(step(attempt))


def test_by_plain_sql(attempt):
    made = step(attempt)
    values = {field.column: getattr(made, field.attname) for field in ReviewStep._meta.concrete_fields[1:]}
    holes = ", ".join(["%s"] * len(values))
    sql = f"INSERT INTO guidelines_reviewstep ({', '.join(values)}) VALUES ({holes})"
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, list(values.values()))


def test_by_turning_a_step_into_an_approval(attempt):
    with pytest.raises(IntegrityError), transaction.atomic():
        attempt.edition.steps.update(state="approved")


def test_a_step_that_is_none_of_these_would_be_written():
    """So that the refusals above are about the person and not about how the step is written."""
    first = user.Reviewer()
    allowed = Attempt(reviewed(edition.make(), endorsed_by=first), user.Reviewer(profession=Profession.PHARMACIST), "")
    step(allowed).save()
    assert allowed.edition.steps.latest("number").state == "approved"
