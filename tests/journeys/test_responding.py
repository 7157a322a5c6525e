"""A clinician says what they did about an advice, and finds it again on its page, on paper and in the list."""

import pytest

from advisor.models import Response
from guidelines.models import Entry
from tests import bedside
from tests.factories import consultation, response
from tests.journeys.test_consultation import words


pytestmark = pytest.mark.django_db
REFUSES = {"deed": "none_given", "departure": "patient-refuses"}


@pytest.fixture
def found(clinician):
    return consultation.make(by=clinician)


@pytest.fixture
def desk(client, clinician):
    client.force_login(clinician)
    return client


def says(client, found, **sent):
    return client.post(f"/consultations/{found.pk}/responses/", sent)


def test_one_click_accepts(desk, found):
    page = desk.get(f"/consultations/{found.pk}/").content.decode()
    assert 'name="deed" value="accepted:calmol"' in " ".join(page.split())
    answer = says(desk, found, deed="accepted:calmol")
    assert answer.url == f"/consultations/{found.pk}/#response"
    assert "Accepted: Calmol." in words(desk.get(answer.url))


def test_the_first_page_of_a_recommendation_can_be_answered(at_the_bedside):
    page = at_the_bedside.consults(bedside.HEALTHY)
    assert "What did you do?" in words(page)


def test_doing_otherwise_has_a_reason(desk, found):
    says(desk, found, **REFUSES)
    said = "Nothing of what was advised first was given. The patient refuses."
    assert said in words(desk.get(f"/consultations/{found.pk}/"))


def test_the_newest_counts_and_the_earlier_are_shown(desk, found):
    says(desk, found, **REFUSES)
    says(desk, found, deed="accepted:calmol")
    page = words(desk.get(f"/consultations/{found.pk}/"))
    assert "Accepted: Calmol. Recorded" in page
    assert "What was recorded before (1) Nothing of what was advised first" in page


def test_it_stands_on_paper_and_in_the_list(desk, found):
    says(desk, found, deed="accepted:calmol")
    paper = desk.get(f"/consultations/{found.pk}/print/").content.decode()
    assert "Accepted: Calmol." in paper
    assert "responses/" not in paper
    assert "What was done: Accepted: Calmol." in words(desk.get(f"/consultations/{found.pk}/text/"))
    assert "Accepted: Calmol." in words(desk.get("/consultations/"))


def test_it_is_entered_in_the_ledger(desk, found):
    says(desk, found, **REFUSES)
    entry = Entry.objects.get(act="respond")
    assert entry.subject == f"consultation {found.pk}"
    assert '"departure":"patient-refuses"' in entry.detail


def test_nobody_answers_for_somebody_else(client, colleague, found):
    client.force_login(colleague)
    assert says(client, found, deed="accepted:calmol").status_code == 404
    assert not Response.objects.exists()


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({}, "does not have what was chosen"),
        ({"deed": "accepted:aspirin"}, "does not have what was chosen"),
        ({"deed": "none_given"}, "Choose one of the reasons"),
        ({"deed": "none_given", "departure": "<b>"}, "Choose one of the reasons"),
        ({"deed": "accepted:" + "x" * 10_000}, "does not have what was chosen"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(desk, found, sent, why):
    answer = says(desk, found, **sent)
    assert answer.status_code == 400
    assert why in answer.content.decode()
    assert not Response.objects.exists()


@pytest.mark.parametrize("answers", [{"choking": True}, {"age": 10}], ids=["withheld", "stopped"])
def test_where_no_treatment_is_shown_there_is_nothing_to_say(desk, clinician, answers):
    hidden = consultation.make(by=clinician, key="another", **answers)
    assert "What did you do?" not in words(desk.get(f"/consultations/{hidden.pk}/"))
    assert says(desk, hidden, deed="accepted:calmol").status_code == 400


def test_a_list_of_answered_consultations_asks_no_query_a_row(desk, clinician, django_assert_max_num_queries):
    for number in range(4):
        response.make(to=consultation.make(by=clinician, key=f"key {number}"))
    desk.get("/consultations/")
    with django_assert_max_num_queries(10):
        desk.get("/consultations/")
