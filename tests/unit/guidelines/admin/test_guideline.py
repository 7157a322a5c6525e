"""The page of a guideline says what stands in it, how far it came and what it lacks, and submits it for review."""

import pytest

from guidelines.models import Case, Edition, Guideline, Line, Safety, Statement
from tests.factories import edition, guideline
from tests.unit.guidelines.admin import desk as form


SUBMIT = "/admin/guidelines/guideline/hiccups/submit/"


def test_its_sections_are_counted_and_linked(desk, hiccups):
    page = desk.get(form.address(hiccups)).content.decode()
    assert "8 facts" in page
    assert "/admin/guidelines/statement/?guideline=hiccups" in page


def test_every_counted_list_opens_with_that_many_rows(desk, hiccups):
    guideline.make(slug="others", title="Others")
    for section in desk.get(form.address(hiccups)).context["counts"]:
        assert desk.get(section["address"]).context["cl"].result_count == section["count"]


def test_what_makes_it_unreadable_is_shown_with_the_row_to_mend(desk, hiccups):
    assert "cannot be read as it stands" not in desk.get(form.address(hiccups)).content.decode()
    Line.objects.filter(parent="takes_soother").update(values=("nothing",))
    page = desk.get(form.address(hiccups)).content.decode()
    assert "It cannot be read as it stands." in page
    assert "Line 1: medicines has no &quot;nothing&quot;." in page
    assert '<a href="/admin/guidelines/population/takes_5Fsoother/change/">Population “takes_soother”</a>' in page


def test_its_newest_edition_is_shown_with_its_status(desk, editor, hiccups):
    assert "No edition has been submitted yet" in desk.get(form.address(hiccups)).content.decode()
    edition.make(by=editor)
    page = desk.get(form.address(hiccups)).content.decode()
    assert "Edition 1" in page
    assert "<strong>Submitted</strong>" in page


def test_an_editor_submits_it_after_confirming(desk, editor):
    assert "freezes the working copy" in desk.get(SUBMIT).content.decode()
    assert not Edition.objects.exists()
    assert desk.post(SUBMIT, follow=True).context["messages"]
    assert Edition.objects.get().submitted_by == editor


def test_a_failing_case_is_named_and_nothing_is_submitted(desk):
    Case.objects.filter(code="V01").update(expects="exclude: calmol")
    page = desk.post(SUBMIT).content.decode()
    assert "Exclude: calmol: calmol is offer at line 2" in page
    assert f'<a href="{form.address(Case.objects.get(code="V01"))}">Case “V01”</a>' in page
    assert not Edition.objects.exists()


def test_what_must_be_put_right_first_is_listed_with_the_row_to_mend(desk):
    Safety.objects.filter(topic="renal").delete()
    page = desk.post(SUBMIT).content.decode()
    assert "It was not submitted." in page
    assert '<a href="/admin/guidelines/treatment/calmol/change/">Treatment “calmol”</a>' in page
    assert not Edition.objects.exists()


def test_an_unsound_guideline_is_not_submitted(desk):
    Line.objects.filter(parent="takes_soother").update(values=("nothing",))
    assert "medicines has no" in desk.post(SUBMIT).content.decode()
    assert not Edition.objects.exists()


def test_what_was_submitted_is_not_submitted_twice(desk, editor):
    edition.make(by=editor)
    assert "Nothing has changed since edition 1" in desk.post(SUBMIT).content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_reviewer_cannot_submit(client, reviewer, hiccups, method):
    client.force_login(reviewer)
    assert getattr(client, method)(SUBMIT).status_code == 403


def test_a_new_guideline_can_be_begun(desk, hiccups):
    assert form.add_like(desk, hiccups, slug="sneezing", title="Sneezing").status_code == 302
    page = desk.get(form.address(Guideline.objects.get(pk="sneezing"))).content.decode()
    assert "It cannot be read as it stands." in page


def test_the_title_is_checked_like_everything(desk, hiccups):
    assert "plain text" in form.refusal(form.save(desk, hiccups, title="<b>Hiccups</b>"))
    assert Statement.objects.exists()


def test_it_stays_while_it_holds_anything(desk, hiccups):
    page = form.delete(desk, hiccups).content.decode()
    assert "It still holds 8 facts." in page
    assert Guideline.objects.exists()


def test_one_begun_by_mistake_goes(desk):
    mistaken = Guideline.objects.create(slug="mistake", title="A mistake")
    assert form.delete(desk, mistaken).status_code == 302
    assert not Guideline.objects.filter(pk="mistake").exists()
