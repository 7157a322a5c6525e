"""The pages of one's own account and of a way back into it: each opens, says what it is, and leads on."""

import re

import pytest
from allauth.mfa.totp.internal import auth

from config.styles import bundle
from tests.factories.user import PASS_PHRASE


pytestmark = pytest.mark.django_db

OUTSIDE = (
    "password/reset/",
    "password/reset/done/",
    "password/reset/key/1-abc/",
    "password/reset/key/done/",
    "inactive/",
)
OWN = ("2fa/", "2fa/webauthn/", "2fa/webauthn/add/", "2fa/totp/activate/", "password/change/", "email/")


@pytest.mark.parametrize("page", OUTSIDE)
def test_whoever_is_not_signed_in_is_led_back_to_signing_in(client, page):
    shown = client.get(f"/accounts/{page}", follow=True).content.decode()
    assert '<a href="/accounts/login/">Sign in</a>' in shown
    assert " – Advisor" in " ".join(shown.split("</title>")[0].split())


@pytest.mark.parametrize("page", OWN)
def test_every_page_of_ones_own_account_opens(client, clinician, page):
    client.force_login(clinician)
    client.post("/accounts/reauthenticate/", {"password": PASS_PHRASE})
    shown = client.get(f"/accounts/{page}", follow=True)
    assert shown.status_code == 200
    assert "Second factor" in shown.content.decode()


@pytest.mark.parametrize(("language", "ours"), [("en-gb", ("Pass phrase", "pass phrase")), ("de", ("Passphrase",))])
@pytest.mark.parametrize(
    "page", ["login/", "password/reset/", "password/change/", "2fa/", "2fa/webauthn/", "reauthenticate/"]
)
def test_libraries_speak_of_pass_phrases_and_passkeys_as_we_do(client, clinician, page, language, ours):
    client.cookies["language"] = language
    if page != "login/":
        client.force_login(clinician)
    shown = client.get(f"/accounts/{page}", headers={"accept-language": language}).content.decode()
    assert any(word in shown for word in (*ours, "asskey"))
    assert not [
        word for word in ("assword<", "assword*", "Passwort", "ecurity key", "Sicherheitsschl") if word in shown
    ]


def test_a_camera_can_read_the_code_of_a_second_factor_on_dark_pages_too(client, clinician):
    client.force_login(clinician)
    client.post("/accounts/reauthenticate/", {"password": PASS_PHRASE})
    shown = client.get("/accounts/2fa/totp/activate/").content.decode()
    assert 'class="factor-picture"' in shown
    assert re.search(r"\.factor-picture\{[^}]*background: ?#fff", bundle.text())


def test_the_secret_can_be_copied_where_there_is_no_camera(client, clinician):
    client.force_login(clinician)
    client.post("/accounts/reauthenticate/", {"password": PASS_PHRASE})
    shown = client.get("/accounts/2fa/totp/activate/").content.decode()
    field = re.search(r'<input[^>]*id="authenticator_secret"[^>]*>', shown)[0]
    assert "readonly" in field
    assert "disabled" not in field


def test_a_form_with_nothing_to_see_is_no_empty_box(client, clinician):
    client.force_login(clinician)
    client.post("/accounts/reauthenticate/", {"password": PASS_PHRASE})
    secret = re.search(r'value="([A-Z2-7]{32})"', client.get("/accounts/2fa/totp/activate/").content.decode())[1]
    client.post("/accounts/2fa/totp/activate/", {"code": code(secret)})
    client.post("/accounts/logout/")
    client.post("/accounts/login/", {"login": clinician.email, "password": PASS_PHRASE})
    shown = client.get("/accounts/2fa/authenticate/").content.decode()
    assert shown.count("panel-narrow") == 1
    assert 'id="webauthn_form"' in shown


def code(secret):
    return auth.format_hotp_value(auth.hotp_value(secret, next(auth.yield_hotp_counters_from_time())))
