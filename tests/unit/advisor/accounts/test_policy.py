"""The sign-in policy: no sign-up, long pass phrases, and limits on guessing."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from tests.factories.user import PASS_PHRASE, Clinician


pytestmark = pytest.mark.django_db

SIGN_IN = "/accounts/login/"


def test_nobody_signs_up(client):
    answer = client.post(
        "/accounts/signup/", {"email": "me@example.org", "password1": PASS_PHRASE, "password2": PASS_PHRASE}
    )
    assert b"An administrator makes the accounts" in answer.content


def test_signing_in_ignores_capitals_in_the_email(client):
    Clinician(email="ann@example.org")
    assert client.post(SIGN_IN, {"login": "Ann@Example.org", "password": PASS_PHRASE}).status_code == 302


def test_a_deactivated_user_cannot_sign_in(client):
    Clinician(email="ann@example.org", is_active=False)
    assert client.post(SIGN_IN, {"login": "ann@example.org", "password": PASS_PHRASE}).url == "/accounts/inactive/"


def test_the_session_of_a_deactivated_user_ends_with_the_next_request(client):
    ann = Clinician()
    client.force_login(ann)
    ann.is_active = False
    ann.save()
    assert client.get("/").status_code == 302


def test_guessing_is_stopped_after_five_wrong_pass_phrases(client):
    Clinician(email="ann@example.org")
    for _ in range(5):
        client.post(SIGN_IN, {"login": "ann@example.org", "password": "wrong"})
    assert b"Too many" in client.post(SIGN_IN, {"login": "ann@example.org", "password": PASS_PHRASE}).content


def test_signing_in_leads_only_to_this_site(client):
    Clinician(email="ann@example.org")
    answer = client.post(SIGN_IN + "?next=//evil.example", {"login": "ann@example.org", "password": PASS_PHRASE})
    assert answer.url == "/"


@pytest.mark.parametrize("phrase", ["fourteen chars", "password", "polniypizdec0211"])
def test_a_short_or_common_pass_phrase_is_refused(phrase):
    with pytest.raises(ValidationError):
        validate_password(phrase)


def test_a_long_pass_phrase_with_spaces_and_accents_is_accepted():
    assert validate_password("une phrase très longue " * 3) is None
