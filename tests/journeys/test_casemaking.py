"""An editor turns a consultation into a case in two clicks; nobody else may."""

import pytest

from guidelines.models import Case
from tests import bedside
from tests.factories import consultation, response


@pytest.fixture
def made(db):
    bedside.edition()
    return consultation.make(age=71)


def test_an_editor_makes_a_case_of_a_consultation_in_two_clicks(client, editor, made):
    client.force_login(editor)
    listed = client.get("/reach/hiccups/")
    assert made.consulted_by.name not in listed.content.decode()
    assert "Consultations of Persistent hiccups" in listed.content.decode()
    proposed = client.get(f"/reach/consultations/{made.pk}/")
    saved = client.post(f"/reach/consultations/{made.pk}/", proposed.context["form"].initial, follow=True)
    assert "Case C001 was added" in saved.content.decode()
    assert "age: 71" in Case.objects.get(code="C001").answers


def test_the_guidelines_own_page_leads_to_its_consultations(client, editor, made):
    client.force_login(editor)
    assert 'href="/reach/hiccups/"' in client.get("/admin/guidelines/guideline/hiccups/change/").content.decode()


def test_a_case_that_does_not_pass_is_shown_again_with_the_reason(client, editor, made):
    client.force_login(editor)
    proposed = client.get(f"/reach/consultations/{made.pk}/").context["form"].initial
    shown = client.post(f"/reach/consultations/{made.pk}/", proposed | {"expects": "exclude: water"})
    assert "does not give this patient the advice promised" in shown.content.decode()
    assert not Case.objects.filter(code="C001").exists()


def test_a_clinician_may_not_read_what_others_asked(client, made):
    client.force_login(made.consulted_by)
    assert client.get("/reach/hiccups/").status_code == 403
    assert client.get(f"/reach/consultations/{made.pk}/").status_code == 403


def test_an_empty_list_says_what_is_missing(client, editor):
    client.force_login(editor)
    assert "Nobody has consulted this guideline yet" in client.get("/reach/hiccups/").content.decode()


def test_the_list_asks_no_query_a_consultation_and_says_nothing_of_what_was_done(client, editor, made):
    response.make(to=made)
    consultation.make(key="another", by=made.consulted_by)
    client.force_login(editor)
    page = client.get("/reach/hiccups/")
    assert page.content.decode().count("Make a case") == 2
    assert "Accepted" not in page.content.decode()
