"""Signing an approval with a passkey, which Chromium imitates."""

import pytest
from django.db import transaction
from playwright.sync_api import expect

from guidelines import review
from guidelines.models import ReviewStep
from tests.browser import visit
from tests.factories import edition, user
from tests.factories.edition import NOW
from tests.factories.user import PASS_PHRASE


IMITATED = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(served, browser, settings):
    """A reviewer at a device with a passkey; passkeys belong to names, so the address is one."""
    with transaction.atomic():
        made = edition.make()
        review.take(made, by=user.models.User.objects.get(email="pharmacist@example.org"), at=NOW)
    context = browser.new_context(base_url=served.replace("127.0.0.1", "localhost"))
    context.add_cookies([visit.session_cookie(served.replace("127.0.0.1", "localhost"), "reviewer")])
    page = context.new_page()
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": IMITATED})
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    yield page
    context.close()


def test_a_passkey_signs_in_place_of_the_pass_phrase(page):
    given_a_passkey(page)
    page.goto("/review/hiccups/1/approve/")
    # A button of these pages works once its script is there, and a press does not wait for the page it leads to.
    with page.expect_navigation():
        page.get_by_role("link", name="Use your passkey").click()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_text("You used your passkey just now.")).to_be_visible()
    page.get_by_role("button", name="Sign and approve").click()
    expect(page.get_by_text("Your signature on edition 1 is on record.")).to_be_visible()
    assert ReviewStep.objects.latest("pk").signed_with == "passkey"


def given_a_passkey(page):
    page.goto("/accounts/2fa/webauthn/add/")
    page.get_by_label("Pass phrase").fill(PASS_PHRASE)
    with page.expect_navigation(url="**/webauthn/add/"):
        page.get_by_role("button", name="Confirm").click()
    page.get_by_role("button", name="Add").click()
    # The page says so itself once the passkey is kept; leaving earlier would break the request off.
    page.wait_for_url(lambda url: "/webauthn/add/" not in url)
