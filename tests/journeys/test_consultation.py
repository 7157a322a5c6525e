"""A consultation from the first question to the recommendation, and back to it later."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from advisor.models import Acknowledgement, Consultation
from guidelines.models import Entry
from tests import bedside
from tests.factories import consultation


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_from_the_first_question_to_the_recommendation(at_the_bedside):
    summary = at_the_bedside.answers(bedside.HEALTHY)
    assert "No further question could change the advice" in words(summary)
    page = at_the_bedside.asks(summary)
    assert page.status_code == 200
    assert "Second line for this patient: Treatment Start Then Maximum here Check first Calmol 10 mg/day" in words(page)
    assert "40 mg/day weight at least 50 kg" in words(page)
    assert set(at_the_bedside.asked) >= {"age", "weight", "medicines", "choking", "tried"}
    assert not {"height", "pregnant", "weeks_pregnant"} & set(at_the_bedside.asked), "they cannot change this advice"


def test_what_was_asked_is_on_record(at_the_bedside, clinician):
    at_the_bedside.consults(bedside.HEALTHY)
    found = Consultation.objects.get()
    assert found.consulted_by == clinician
    assert Entry.objects.get(act="consult").subject == f"consultation {found.pk}"


def test_the_recommendation_is_found_again_as_it_was(at_the_bedside, client):
    first = at_the_bedside.consults(bedside.HEALTHY)
    found = Consultation.objects.get()
    assert f'href="/consultations/{found.pk}/"' in first.content.decode()
    listed = client.get("/consultations/")
    assert "Persistent hiccups, edition 1" in words(listed)
    again = client.get(f"/consultations/{found.pk}/")
    assert article(again) == article(first)
    assert Entry.objects.filter(act="view").count() == 1


def article(response):
    shown = re.search(r'<article class="sheet">.*</article>', response.content.decode(), re.DOTALL).group()
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", shown)


def test_asking_twice_records_once(at_the_bedside):
    summary = at_the_bedside.answers(bedside.HEALTHY)
    at_the_bedside.asks(summary)
    again = at_the_bedside.asks(summary)
    assert again.url == f"/consultations/{Consultation.objects.get().pk}/"


def test_nothing_shows_behind_an_alert_until_it_is_acknowledged(at_the_bedside, client):
    page = at_the_bedside.consults(bedside.HEALTHY | {"choking": True})
    assert "Clear the airway." in words(page)
    assert "Calmol" not in words(page)
    address = f"/consultations/{Consultation.objects.get().pk}/"
    assert "Calmol" not in words(client.get(address))
    after = client.post(f"{address}acknowledgements/", {"alert": "choking"}, follow=True)
    assert "Calmol" in words(after)
    assert Acknowledgement.objects.get().alert == "choking"


def test_an_alert_that_is_not_there_cannot_be_acknowledged(at_the_bedside, client):
    at_the_bedside.consults(bedside.HEALTHY)
    address = f"/consultations/{Consultation.objects.get().pk}/acknowledgements/"
    assert client.post(address, {"alert": "choking"}).status_code == 400
    assert client.post(address).status_code == 400


def test_a_child_gets_no_treatment_and_few_questions(at_the_bedside):
    page = at_the_bedside.consults({"age": 7, "weight": {"value": 25, "unit": "kg", "confirmed": True}})
    assert "This guideline is for adults." in words(page)
    assert "Calmol" not in words(page)
    assert "choking" not in at_the_bedside.asked


def test_changing_an_answer_drops_what_no_longer_applies_and_says_so(at_the_bedside, client):
    summary = at_the_bedside.answers(bedside.HEALTHY | {"sex": "female", "pregnant": True, "weeks_pregnant": 31})
    page = f"{summary.request['PATH_INFO']}patient/?change=1"
    asked = client.get(page)
    assert "weeks_pregnant" in asked.content.decode()
    changed = at_the_bedside.changes(page, {"asked": "sex", "a-sex": "male"})
    assert "No longer asked, so its answer was removed: Is she pregnant?" in words(changed)
    assert "Is she pregnant" not in words(client.get(summary.request["PATH_INFO"]))


def test_answers_changed_in_another_tab_are_checked_again(at_the_bedside):
    summary = at_the_bedside.answers(bedside.HEALTHY)
    at_the_bedside.changes(f"{summary.request['PATH_INFO']}signs/?change=1", {"asked": "days", "a-days": "50"})
    page = at_the_bedside.asks(summary)
    assert page.status_code == 409
    assert "changed since this page was shown" in words(page)
    assert not Consultation.objects.exists()
    assert at_the_bedside.asks(page).status_code == 200


def test_a_new_edition_meanwhile_is_told_and_nothing_is_lost(at_the_bedside):
    summary = at_the_bedside.answers(bedside.HEALTHY)
    bedside.edition(summary="Changed.")
    page = at_the_bedside.asks(summary)
    assert page.status_code == 409
    assert "The guideline changed to edition 2" in words(page)
    assert "80 kg" in words(page)
    assert at_the_bedside.asks(page).status_code == 200
    assert Consultation.objects.get().edition.number == 2


@pytest.mark.parametrize("consultations", [0, 30])
def test_a_recommendation_costs_the_same_few_statements_however_much_is_on_record(at_the_bedside, consultations):
    for number in range(consultations):
        consultation.make(key=f"key {number}")
    summary = at_the_bedside.answers(bedside.HEALTHY)
    with CaptureQueriesContext(connection) as asked:
        at_the_bedside.asks(summary)
    control = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    statements = [query["sql"] for query in asked if not query["sql"].startswith(control)]
    assert len(statements) == 8, statements


def test_no_page_about_a_patient_is_kept_by_the_browser(at_the_bedside, client):
    first = at_the_bedside.starts()
    summary = at_the_bedside.answers(bedside.HEALTHY, first)
    page = at_the_bedside.asks(summary)
    again = client.get(f"/consultations/{Consultation.objects.get().pk}/")
    for response in (first, summary, page, again, client.get("/consultations/")):
        assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    "part", ["", "print/", "turning-points/", "treatments/", "what-if/", "lacking/", "compare/", "leaflet/"]
)
def test_no_page_about_a_patient_repeats_what_stands_in_its_address(client, clinician, part):
    client.force_login(clinician)
    address = f"/consultations/{consultation.make(by=clinician).pk}/{part}"
    page = client.get(address, {"with": "guessed-text", "q": "guessed-text"}).content.decode()
    assert "Advisor" in page
    assert "guessed-text" not in page, "docs/decisions/0006: compressed, it would tell what else stands there"


def test_an_empty_list_says_how_to_begin(client, clinician):
    client.force_login(clinician)
    assert "Choose a guideline" in words(client.get("/consultations/"))
