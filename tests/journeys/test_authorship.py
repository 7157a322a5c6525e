"""The journey of a row that somebody writes before any guideline has it: its author does not approve what takes it in."""

import pytest
from django.test import Client

from advisor.accounts import roles
from guidelines import review
from guidelines.models import Edition, Maker
from tests.factories import guideline, user
from tests.factories.edition import NOW
from tests.factories.reviewstep import SIGNATURE, approve
from tests.journeys.desk import Desk
from tests.unit.guidelines.admin import desk as form


pytestmark = pytest.mark.django_db
SUBMIT = "/admin/guidelines/guideline/{}/submit/"
WHY = "You wrote part of what this edition changes"


def at_a_desk(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def author(db):
    """Somebody who wrote a row that stands in no guideline, and reviews now."""
    guideline.make()
    person = user.Editor()
    form.add_like(at_a_desk(person), Maker.objects.get(), code="new", name="New and Company", guidelines=[])
    roles.assign(person, roles.REVIEWER)
    return person


def included_and_submitted(*guidelines):
    """Have another editor take the row into guidelines, submit the last of them, and return its edition."""
    desk = at_a_desk(user.Editor())
    form.save(desk, Maker.objects.get(pk="new"), guidelines=list(guidelines))
    desk.post(SUBMIT.format(guidelines[-1]))
    made = Edition.objects.latest("pk")
    assert '"new"' in made.document
    return made


def test_the_author_of_a_row_does_not_approve_the_edition_that_takes_it_in(client, author):
    made = included_and_submitted("hiccups")
    review.take(made, by=user.Reviewer(), at=NOW)
    desk = Desk(client, author, made)
    assert WHY in desk.reads("approve/")
    assert desk.signs().status_code == 409


def test_nor_the_edition_of_a_second_guideline_that_takes_it_in(author):
    approve(included_and_submitted("hiccups"))
    guideline.make(slug="sneezes", title="Sneezes")
    made = included_and_submitted("hiccups", "sneezes")
    review.take(made, by=user.Reviewer(), at=NOW)
    assert made.guideline_id == "sneezes"
    with pytest.raises(review.Refused, match=WHY):
        review.approve(made, by=author, at=NOW, signature=SIGNATURE)


def test_but_the_next_edition_in_which_it_stands_as_it_was_approved(author):
    approve(included_and_submitted("hiccups"))
    desk = at_a_desk(user.Editor())
    form.save(desk, Edition.objects.latest("pk").guideline, title="Hiccups again")
    desk.post(SUBMIT.format("hiccups"))
    made = Edition.objects.latest("pk")
    review.take(made, by=user.Reviewer(), at=NOW)
    assert made.number == 2
    assert review.objections(made, by=author) == []
