"""The pages of one's own account and of a way back into it: each opens, says what it is, and leads on."""

import pytest

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
