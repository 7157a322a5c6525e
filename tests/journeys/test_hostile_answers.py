"""Hostile and mistaken input at the wizard: a clear message, never an error page, nothing half-written."""

import re

import pytest

from advisor.models import Consultation
from guidelines import ledger
from tests import bedside
from tests.factories import consultation


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def topic(at_the_bedside, code="patient"):
    first = at_the_bedside.starts()
    return re.sub(r"[\w-]+/$", f"{code}/", first.request["PATH_INFO"])


@pytest.mark.parametrize(
    ("fact", "typed", "says"),
    [
        ("age", {"a-age": "250"}, "from 0 to 120"),
        ("age", {"a-age": "-1"}, "from 0 to 120"),
        ("age", {"a-age": "17.5"}, "whole number"),
        ("age", {"a-age": "1.000"}, "can be read in two ways"),
        ("age", {"a-age": "NaN"}, "in figures"),
        ("age", {"a-age": "1e400"}, "in figures"),
        ("age", {"a-age": "9" * 5000}, "at most 40 characters"),
        ("age", {"a-age": "\x00"}, "Null characters"),
        ("weight", {"a-weight": "-4", "a-weight__unit": "kg"}, "from 1.5 to 700"),
        ("weight", {"a-weight": "900", "a-weight__unit": "kg"}, "from 1.5 to 700"),
        ("weight", {"a-weight": "80", "a-weight__unit": "mol"}, "Select a valid choice"),
        ("weight", {"a-weight": "20", "a-weight__unit": "kg"}, "unusual"),
        ("sex", {"a-sex": "<script>"}, "Select a valid choice"),
        (
            "medicines",
            {"a-medicines": [f"m{n}" for n in range(900)], "a-medicines__complete": "complete"},
            "valid choice",
        ),
    ],
)
def test_a_mistake_is_said_at_its_question(at_the_bedside, client, fact, typed, says):
    response = client.post(topic(at_the_bedside), {"asked": fact} | typed)
    page = response.content.decode()
    assert response.status_code == 422
    assert says in page
    assert f'href="#id_a-{fact}' in page, "the summary leads to the field"
    assert re.search(r"<title>\s*Error:", page)
    assert "<script>" not in page


def test_ten_thousand_members_are_refused(at_the_bedside, client):
    typed = {"asked": "medicines", "a-medicines": [f"m{n}" for n in range(10_000)]}
    assert client.post(topic(at_the_bedside), typed).status_code == 400


def test_a_contradiction_with_another_answer_is_said(at_the_bedside, client):
    address = topic(at_the_bedside)
    client.post(address, {"asked": "sex", "a-sex": "female"})
    client.post(address, {"asked": "pregnant", "a-pregnant": "yes"})
    response = client.post(address, {"asked": "age", "a-age": "1"})
    assert response.status_code == 422
    assert "under 2 cannot be pregnant" in response.content.decode()


@pytest.mark.parametrize("asked", ["height; DROP", "bmi", "choking", ""])
def test_a_question_that_is_not_on_the_page_is_passed_over(at_the_bedside, client, asked):
    response = client.post(topic(at_the_bedside), {"asked": asked, f"a-{asked}": "1"})
    assert response.status_code == 302


@pytest.mark.parametrize(
    "address",
    [
        "/guidelines/hiccups/consulting/none/",
        "/guidelines/hiccups/consulting/%00/",
        "/guidelines/hiccups/consulting/AAAAAAAAAAAAAAAAAAAAAA/",
        "/guidelines/hiccups/consulting/none/patient/",
        "/guidelines/hiccups/consulting/../patient/",
        "/guidelines/coughs/consulting/none/",
        "/guidelines/coughs/",
        "/consultations/00000000-0000-0000-0000-000000000001/",
        "/consultations/1/",
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_not_there_is_not_found(at_the_bedside, client, address, method):
    assert getattr(client, method)(address).status_code in {404, 405}


def test_a_topic_that_is_not_there_is_not_found(at_the_bedside, client):
    assert client.get(topic(at_the_bedside, "nothing")).status_code == 404


def test_another_clinicians_draft_is_as_if_it_never_was(at_the_bedside, client, colleague):
    address = topic(at_the_bedside)
    client.force_login(colleague)
    for method in (client.get, client.post):
        theirs, none = method(address), method("/guidelines/hiccups/consulting/AAAAAAAAAAAAAAAAAAAAAA/patient/")
        assert (theirs.status_code, words(theirs)) == (404, words(none))
    assert client.post(f"{address}so-far/").status_code == 404


def test_another_clinicians_consultation_is_not_found(at_the_bedside, client, colleague):
    found = consultation.make(by=colleague, choking=True)
    assert client.get(f"/consultations/{found.pk}/").status_code == 404
    assert client.post(f"/consultations/{found.pk}/acknowledgements/", {"alert": "choking"}).status_code == 404
    assert str(found.pk) not in client.get("/consultations/").content.decode()


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999"])
def test_an_odd_page_of_the_list_is_some_page(at_the_bedside, client, page):
    assert client.get("/consultations/", {"page": page}).status_code == 200


@pytest.mark.parametrize("seen", ["", "x", None])
def test_a_tampered_summary_asks_nothing(at_the_bedside, client, seen):
    summary = at_the_bedside.answers(bedside.HEALTHY)
    response = client.post(summary.request["PATH_INFO"], {} if seen is None else {"seen": seen})
    assert response.status_code == 409
    assert not Consultation.objects.exists()


def test_without_a_record_there_is_no_recommendation(at_the_bedside, monkeypatch):
    summary = at_the_bedside.answers(bedside.HEALTHY)
    with monkeypatch.context() as patch:
        patch.setattr(ledger, "append", lambda *_, **__: 1 / 0)
        response = at_the_bedside.asks(summary)
    assert response.status_code == 503
    assert "no recommendation is shown" in response.content.decode()
    assert "Calmol" not in response.content.decode()
    assert not Consultation.objects.exists()
    assert at_the_bedside.asks(summary).status_code == 200, "the answers are kept, so asking again works"


def test_what_cannot_be_entered_in_the_ledger_is_not_shown_again(at_the_bedside, client, clinician, monkeypatch):
    found = consultation.make(by=clinician, choking=True)
    monkeypatch.setattr(ledger, "append", lambda *_, **__: 1 / 0)
    address = f"/consultations/{found.pk}/"
    assert client.get(address).status_code == 503
    assert client.post(f"{address}acknowledgements/", {"alert": "choking"}).status_code == 503
