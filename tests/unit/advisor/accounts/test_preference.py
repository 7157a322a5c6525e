"""Preferences: in which language and light the pages come, for whoever is signed in and whoever is not."""

import pytest
from django.utils import translation

from advisor.accounts.models import User
from tests.factories import user


pytestmark = pytest.mark.django_db
GERMAN = '<html lang="de">'
ENGLISH = '<html lang="en-gb">'
ADDRESS = "/preferences/"


@pytest.fixture(autouse=True)
def _left_as_it_was():
    """The language of a request stays with the thread that answered it."""
    with translation.override(translation.get_language()):
        yield


@pytest.mark.parametrize(
    ("header", "expected"),
    [("de-AT,de;q=0.9,en;q=0.5", GERMAN), ("en-US", ENGLISH), ("fr", ENGLISH), ("", ENGLISH)],
)
def test_a_stranger_reads_the_language_of_their_browser(client, header, expected):
    response = client.get("/accounts/login/", headers={"accept-language": header})
    assert expected in response.content.decode()


def test_what_a_stranger_chose_goes_before_their_browser(client):
    client.post(ADDRESS, {"language": "de"})
    response = client.get("/accounts/login/", headers={"accept-language": "en"})
    assert GERMAN in response.content.decode()
    assert response.headers["Content-Language"] == "de"


def test_the_choice_is_remembered_on_the_account(client, clinician):
    client.force_login(clinician)
    client.post(ADDRESS, {"language": "de", "appearance": "dark"})
    found = User.objects.get(pk=clinician.pk)
    assert (found.language, found.appearance) == ("de", "dark")


def test_the_account_goes_before_the_browser_and_is_left_there_for_the_next_sign_in(client):
    client.force_login(user.Clinician(language="de"))
    assert GERMAN in client.get("/", headers={"accept-language": "en"}).content.decode()
    client.logout()
    client.cookies["language"] = "de"
    assert GERMAN in client.get("/accounts/login/", headers={"accept-language": "en"}).content.decode()


def test_the_browser_is_told_what_the_account_says(client):
    client.force_login(user.Clinician(language="de", appearance="light"))
    cookies = client.get("/").cookies
    assert (cookies["language"].value, cookies["appearance"].value) == ("de", "light")


def test_choosing_a_language_in_the_header_leads_back_and_changes_nothing_else(client):
    someone = user.Clinician(appearance="dark")
    client.force_login(someone)
    response = client.post(ADDRESS, {"language": "de"}, headers={"referer": "http://testserver/consultations/?page=2"})
    assert response.url == "http://testserver/consultations/?page=2"
    assert User.objects.get(pk=someone.pk).appearance == "dark"


@pytest.mark.parametrize("wanted", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""])
def test_it_never_leads_to_another_host(client, wanted):
    assert client.post(ADDRESS, {"language": "de", "next": wanted}).url == ADDRESS
    assert client.post(ADDRESS, {"language": "de"}, headers={"referer": wanted}).url == ADDRESS


@pytest.mark.parametrize("typed", [{"language": "tlh"}, {"appearance": "pink"}])
def test_what_cannot_be_chosen_is_refused(client, clinician, typed):
    client.force_login(clinician)
    assert client.post(ADDRESS, typed).status_code == 422
    assert User.objects.get(pk=clinician.pk).language == ""


@pytest.mark.parametrize(
    ("chosen", "media"),
    [("dark", 'media="screen"'), ("", 'media="screen and (prefers-color-scheme: dark)"'), ("light", None)],
)
def test_a_page_is_as_light_as_was_chosen(client, chosen, media):
    client.force_login(user.Clinician(appearance=chosen))
    page = client.get("/").content.decode()
    assert media in page if media else "dark.css" not in page


def test_a_cookie_that_says_nonsense_is_passed_over(client):
    client.cookies["appearance"] = client.cookies["language"] = "<script>"
    page = client.get("/accounts/login/").content.decode()
    assert ENGLISH in page
    assert "prefers-color-scheme" in page
