"""The first page of the admin says what is due about each guideline, quickly, and groups the tables."""

from datetime import date

import pytest
from django.core.cache import cache
from django.utils.html import strip_tags

from guidelines.models import EffectEstimate, Guideline, Option, Reference, Statement
from tests.factories import comment, edition, guideline, user
from tests.unit.guidelines.admin import desk as form


INDEX = "/admin/"


@pytest.fixture(autouse=True)
def _nothing_kept(db):
    cache.clear()


def text(page):
    return " ".join(strip_tags(page.content.decode()).split())


def test_a_guideline_that_was_never_submitted_says_so(desk):
    page = text(desk.get(INDEX))
    assert "Persistent hiccups" in page
    assert "none submitted yet" in page
    assert "not asked yet: find out" in page
    form.save(desk, Statement.objects.get(), text="Hiccups stop.")
    assert "edited 1 time, last by" in text(desk.get(INDEX))


def test_edits_since_the_newest_edition_are_counted_with_the_last_editor(desk, editor):
    edition.make(by=editor)
    assert "Unpublished changes none" in text(desk.get(INDEX))
    form.save(desk, Statement.objects.get(), text="Hiccups stop.")
    form.save(desk, Statement.objects.get(), text="Hiccups will stop.")
    page = text(desk.get(INDEX))
    assert "Edition 1: Submitted" in page
    assert f"edited 2 times, last by {editor}" in page


def test_what_readiness_and_cases_said_stands_until_the_next_edit(desk):
    desk.get("/admin/guidelines/guideline/hiccups/readiness/")
    desk.post("/admin/guidelines/guideline/hiccups/rehearsal/")
    page = text(desk.get(INDEX))
    assert "nothing to put right" in page
    assert "pass see" in page
    form.save(desk, Statement.objects.get(), text="Hiccups stop.")
    assert text(desk.get(INDEX)).count("find out again") == 2


def test_open_comments_are_counted(desk):
    comment.make(place="statements[S01]")
    assert "1 open" in text(desk.get(INDEX))


def test_what_is_past_its_date_is_named(desk):
    Guideline.objects.update(review_by=date(2020, 1, 1))
    Reference.objects.filter(pk="R9").update(review_by=date(2020, 1, 1))
    EffectEstimate.objects.update(review_by=date(2999, 1, 1))
    assert "Past their review date the guideline itself, reference R9" in text(desk.get(INDEX))


def test_it_costs_no_more_for_many_guidelines(desk, django_assert_max_num_queries):
    with django_assert_max_num_queries(40) as few:
        desk.get(INDEX)
    for number in range(3):
        guideline.make(slug=f"others-{number}", title=f"Others {number}")
    with django_assert_max_num_queries(len(few.captured_queries)):
        desk.get(INDEX)


def test_every_table_has_its_group(client):
    client.force_login(user.Administrator())
    page = client.get(INDEX).content.decode()
    assert "Catalogue: what can be given" in page
    assert ">Other<" not in page


def test_reviewers_are_led_to_the_queue(client, reviewer):
    edition.make()
    client.force_login(reviewer)
    page = client.get(INDEX).content.decode()
    assert '<a href="/review/">Review queue</a>' in page
    assert "1 edition awaits" in page


def test_the_page_of_a_guideline_lists_what_differs_from_its_edition(desk, editor, hiccups):
    edition.make(by=editor)
    assert "The working copy says the same." in text(desk.get(form.address(hiccups)))
    form.save(desk, Statement.objects.get(), text="Hiccups stop.")
    form.save(desk, hiccups, summary="They stop.")
    page = text(desk.get(form.address(hiccups)))
    assert "1 × the guideline’s own page Persistent hiccups" in page
    assert "1 × statements S01" in page


def test_open_comments_stand_on_the_pages_of_their_rows(desk, hiccups):
    made = comment.make(place="statements[S01]", text="Which hiccups?")
    comment.make(on=made.edition, text="Well written.")
    comment.make(on=made.edition, place="statements", text="Number them.")
    whole, row = text(desk.get(form.address(hiccups))), text(desk.get(form.address(Statement.objects.get())))
    assert "Statement “S01” Which hiccups?" in whole
    assert "The edition as a whole Well written." in whole
    assert "All statements Number them." in whole
    assert "Reviewers ask Which hiccups?" in row
    assert "Well written." not in row
    assert "1 comment" in text(desk.get(form.listing(Statement)))


def test_a_list_narrows_to_what_is_due(desk):
    comment.make(place="statements[S01]")
    Option.objects.filter(code="water_first").update(strength="", certainty="")
    desk.get("/admin/guidelines/guideline/hiccups/readiness/")
    for model, due, codes in ((Statement, "comments", ["S01"]), (Option, "errors", ["water_first"])):
        page = desk.get(form.listing(model), {"due": due})
        assert [row.code for row in page.context["cl"].result_list] == codes
    assert not desk.get(form.listing(Option), {"due": "comments"}).context["cl"].result_list
