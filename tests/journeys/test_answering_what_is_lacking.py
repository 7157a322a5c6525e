"""What an advice lacks is answered in its place: a consultation follows the one that lacked it, and that one stays as it was."""

from datetime import timedelta

import pytest
from django.utils import timezone

from advisor.models import Consultation, Draft
from guidelines.models import Entry
from tests import bedside
from tests.factories import consultation, user
from tests.journeys.clinician import SEEN
from tests.journeys.test_consultation import words


class Lacking:
    """A clinician at a recommendation for which the weight is not known."""

    def __init__(self, client, clinician):
        client.force_login(clinician)
        self.client, self.clinician = client, clinician
        self.since(timedelta(0))

    def since(self, time, **answers):
        lacking = {"weight": None} | answers
        key = f"key {Consultation.objects.count()}"
        self.past = consultation.make(by=self.clinician, at=timezone.now() - time, key=key, **lacking)
        self.address = f"/consultations/{self.past.pk}/lacking/"

    def posts(self, *codes, **typed):
        return self.client.post(self.address, {"asked": codes} | {f"a-{name}": text for name, text in typed.items()})


@pytest.fixture
def lacking(client, clinician, edition):
    return Lacking(client, clinician)


def newest():
    return Consultation.objects.latest("consulted_at")


def test_what_would_settle_most_can_be_answered_within_the_recommendation(lacking, client):
    page = client.get(f"/consultations/{lacking.past.pk}/").content.decode()
    assert f'action="{lacking.address}"' in page
    assert 'name="a-weight"' in page


def test_the_answer_leads_to_a_new_recommendation_at_one_press(lacking, client):
    answered = lacking.posts("weight", weight="45")
    assert answered.url == f"/consultations/{newest().pk}/"
    page = words(client.get(answered.url))
    assert "Calmol 2.5 mg/day" in page
    assert "The consultation that this one follows" in page
    assert newest().follows == lacking.past
    assert f'"follows":"{lacking.past.pk}"' in Entry.objects.filter(act="consult").latest("pk").detail


def test_the_consultation_that_lacked_it_stays_as_it_was(lacking, client):
    before = (lacking.past.answers, lacking.past.advice)
    lacking.posts("weight", weight="45")
    kept = Consultation.objects.get(pk=lacking.past.pk)
    assert (kept.answers, kept.advice) == before


def test_the_same_answer_put_twice_is_one_consultation(lacking):
    assert lacking.posts("weight", weight="45").url == lacking.posts("weight", weight="45").url
    assert Consultation.objects.count() == 2


def test_one_of_several_is_enough(lacking):
    lacking.since(timedelta(0), days=None, tried=None)
    lacking.posts("weight", "days", "tried", weight="45")
    answers = Consultation.objects.get(follows=lacking.past).answers
    assert '"weight":45' in answers
    assert '"days":null' in answers


def test_all_that_is_lacking_stands_on_one_page(lacking, client):
    lacking.since(timedelta(0), tried=None)
    page = client.get(lacking.address)
    assert "What does the patient weigh?" in words(page)
    assert "What was tried?" in words(page)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"weight": "4500"}, "implausible"),
        ({"weight": "seventy"}, "What does the patient weigh?"),
        ({"weight": "20"}, "I confirm this value"),
        ({}, "Answer at least one of these."),
    ],
)
def test_what_cannot_be_is_refused_where_it_stands_and_nothing_is_lost(lacking, typed, said):
    lacking.since(timedelta(0), days=None)
    before = Consultation.objects.count()
    response = lacking.posts("weight", "days", **typed)
    assert response.status_code == 422
    assert "Error: What is lacking" in words(response)
    assert said in words(response)
    assert all(f'value="{text}"' in response.content.decode() for text in typed.values())
    assert Consultation.objects.count() == before


def test_an_answer_that_contradicts_another_offers_to_change_that_one_too(lacking):
    lacking.since(timedelta(0), age=None, sex="female", pregnant=True, weeks_pregnant=20)
    response = lacking.posts("age", age="1", age__confirm="on")
    assert "A child under 2 cannot be pregnant. Change that answer, too" in words(response)
    more = lacking.client.post(lacking.address, {"asked": "age", "a-age": "1", "add": "pregnant"})
    assert "Is she pregnant?" in words(more)
    assert 'value="1"' in more.content.decode()


def test_answers_of_another_day_are_checked_before_they_count_again(lacking, client):
    lacking.since(timedelta(days=2))
    there = lacking.posts("weight", weight="45")
    summary = client.get(there.url)
    assert "what you changed: check them." in words(summary)
    assert Consultation.objects.count() == 2
    seen = SEEN.search(summary.content.decode()).group(1)
    client.post(there.url, {"seen": seen})
    assert Consultation.objects.get(follows=lacking.past).consulted_by == lacking.clinician


def test_a_new_edition_meanwhile_is_never_advised_from_unseen(lacking, client):
    bedside.edition(summary="Changed.")
    there = lacking.posts("weight", weight="45")
    assert "/consulting/" in there.url
    assert Draft.objects.get().edition == 2


def test_where_the_guideline_is_gone_nothing_is_begun(lacking, settings):
    settings.SHOW_UNAPPROVED_EDITIONS = False
    assert lacking.posts("weight", weight="45").status_code in {404, 410}
    assert Consultation.objects.count() == 1


def test_a_complete_advice_lacks_nothing(lacking, client):
    page = client.get(f"/consultations/{consultation.make(by=lacking.clinician, key='whole').pk}/lacking/")
    assert "Nothing is lacking" in words(page)


def test_a_colleague_finds_nothing(lacking, client):
    client.force_login(user.Clinician())
    assert client.get(lacking.address).status_code == 404
    assert lacking.posts("weight", weight="45").status_code == 404
