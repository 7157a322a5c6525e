"""The main pages in German: nothing on them is English, but the content, which says so."""

import re

import pytest
from django.utils import translation

from tests import bedside, german
from tests.factories import consultation, response, user
from tests.journeys.clinician import Clinician


pytestmark = pytest.mark.django_db
# Names that stand where nothing can be marked, what somebody typed, and the notation of cases.
NAMES = {"A glass of water", "dose of calmol?", "why not calmol?", "zu facts[days]"}
READ = ["", "treatments/calmol/", "search/?q=water", "search/?q=xyzzy", "ask/", "editions/1/", "editions/1/changes/"]
ABOUT = ["", "print/", "copy/", "calendar/calmol/", "turning-points/", "ask/", "leaflet/", "leaflet/?option=calmol"]
FURTHER = ["compare/?treatment=calmol&treatment=water", "treatments/", "treatments/calmol/", "what-if/"]
OWN = ["/", "/consultations/", "/check/", "/editorial-policy/", "/preferences/", "/accounts/password/change/"]
EDITED = ["/admin/", "/preview/hiccups/", "/reach/hiccups/", "/reach/hiccups/rules/", "/reach/hiccups/1/"]
REVIEWED = ["", "comments/", "rehearsal/", "approve/", "send-back/", "reading/treatments/", "reading/dose_ranges/"]


@pytest.fixture(autouse=True)
def _left_as_it_was():
    """The language of a request stays with the thread that answered it."""
    with translation.override(translation.get_language()):
        yield


@pytest.fixture
def german_speaking(client, edition):
    """Signs somebody in who reads German."""

    def sign_in(role):
        client.force_login(role(language="de", name="Kim Kranich"))
        return client

    return sign_in


def assert_german(page):
    """Fail with what on a page is English."""
    text = page.content.decode()
    assert '<html lang="de"' in text
    assert german.english(text, NAMES) == [], page.request["PATH_INFO"]


def assert_all_german(client, addresses):
    for address in addresses:
        assert_german(client.get(address, follow=True))


def test_what_a_clinician_reads_is_german(german_speaking):
    client = german_speaking(user.Clinician)
    assert_all_german(client, [*OWN, *(f"/guidelines/hiccups/{page}" for page in READ)])
    assert_german(client.post("/guidelines/hiccups/ask/", {"question": "dose of calmol?"}))


def test_the_wizard_asks_in_german_and_says_what_is_wrong_in_german(german_speaking):
    wizard = Clinician(german_speaking(user.Clinician), bedside.book(), "hiccups")
    page = wizard.starts()
    assert_german(page)
    wrong = {"asked": ["age", "weight", "sex"], "a-age": "300", "a-weight": "x"}
    refused = wizard.client.post(page.request["PATH_INFO"], wrong)
    assert refused.status_code == 422
    assert_german(refused)
    assert_german(
        wizard.client.post(page.request["PATH_INFO"], {"asked": ["age"], "a-age": "40", "pause": "1"}, follow=True)
    )
    summary = wizard.answers(bedside.HEALTHY, wizard.client.get(page.request["PATH_INFO"]))
    assert_german(summary)
    answers = set(re.findall(r"<dd[^>]*>\s*([^<]+?)\s*</dd>", summary.content.decode()))
    assert {"Nein"} <= answers
    assert not {"Yes", "No", "None", "Not known"} & answers
    assert_german(wizard.asks(summary))


def test_everything_about_one_patient_is_german(german_speaking, django_user_model):
    client = german_speaking(user.Clinician)
    past = consultation.make(by=django_user_model.objects.get(language="de"))
    response.make("not_given:calmol", "does-not-align-latest-evidence", to=past)
    base = f"/consultations/{past.pk}/"
    assert_all_german(client, [base + page for page in (*ABOUT, *FURTHER)])
    assert_all_german(client, [f"/check/{past.pk}/?digest={past.advice_digest[:16]}"])
    assert_german(client.post(f"{base}ask/", {"question": "why not calmol?"}))
    withheld = consultation.make(by=past.consulted_by, key="another", choking=True)
    assert_all_german(client, [f"/consultations/{withheld.pk}/"])


def test_what_editors_and_reviewers_meet_is_german(german_speaking):
    assert_all_german(german_speaking(user.Editor), EDITED)
    client = german_speaking(user.Reviewer)
    assert_all_german(client, ["/review/", "/review/hiccups/1/"])
    page = client.get("/review/hiccups/1/").context["form"]
    client.post("/review/hiccups/1/take/", {name: page[name].value() for name in ("sha256", "step")})
    assert_all_german(client, [f"/review/hiccups/1/{page}" for page in REVIEWED])


def test_the_content_is_marked_as_english_and_the_page_says_so_once(german_speaking):
    client = german_speaking(user.Clinician)
    page = client.get("/guidelines/hiccups/").content.decode()
    assert '<span lang="en">Hiccups mostly stop. Wait a day.</span>' in page
    assert page.count("Der Inhalt dieser Leitlinie ist auf Englisch") == 1
    client.force_login(user.Clinician(language="en-gb"))
    assert 'lang="en"' not in client.get("/guidelines/hiccups/").content.decode()


def test_a_calendar_names_its_days_as_germans_do(german_speaking, django_user_model):
    client = german_speaking(user.Clinician)
    past = consultation.make(by=django_user_model.objects.get(language="de"))
    shown = client.get(f"/consultations/{past.pk}/calendar/calmol/").content.decode()
    assert re.search(r"(Mon|Diens|Mittwoch|Donners|Frei|Sams|Sonn)(tag)?, \d+\. \w+ \d{4}", shown)
