"""Acts on an account: signing in and out, failing to, and changing a pass phrase stand in the ledger, or are not done."""

import json

import pytest
from django.core import mail
from django.db import OperationalError

from guidelines import ledger
from guidelines.models import Entry
from tests.factories import user
from tests.factories.user import PASS_PHRASE


pytestmark = pytest.mark.django_db

SIGN_IN = "/accounts/login/"


@pytest.fixture
def ann():
    return user.Clinician(email="ann@example.org")


@pytest.fixture
def broken(monkeypatch):
    """Have the ledger be away."""

    def append(*_, **__):
        raise OperationalError("disk full")

    monkeypatch.setattr(ledger, "append", append)


def sign_in(client, email="ann@example.org", phrase=PASS_PHRASE):
    return client.post(SIGN_IN, {"login": email, "password": phrase})


def entered():
    """The newest entry: what, by whom, about whom, and the particulars."""
    entry = Entry.objects.latest("pk")
    return entry.act, entry.by, entry.subject, json.loads(entry.detail or "{}")


def test_signing_in_is_entered_with_how(client, ann):
    sign_in(client)
    assert entered() == ("sign-in", ann, f"user {ann.pk}", {"by": ["password"]})


def test_signing_out_is_entered(client, ann):
    sign_in(client)
    client.post("/accounts/logout/")
    assert entered() == ("sign-out", ann, f"user {ann.pk}", {})


def test_signing_out_of_the_admin_is_entered(client):
    administrator = user.Administrator()
    client.force_login(administrator)
    client.post("/admin/logout/")
    assert entered() == ("sign-out", administrator, f"user {administrator.pk}", {})


def test_a_wrong_pass_phrase_is_entered_about_the_user_and_by_nobody(client, ann):
    sign_in(client, phrase="wrong")
    assert entered() == ("sign-in failed", None, f"user {ann.pk}", {"why": "wrong e-mail or pass phrase"})


@pytest.mark.parametrize("typed", ["nobody@example.org", "my pass phrase, typed into the wrong field"])
def test_nothing_that_was_typed_is_kept(client, typed):
    sign_in(client, email=typed, phrase="another secret")
    for entry in Entry.objects.all():
        assert typed not in f"{entry.subject} {entry.detail}"
        assert "another secret" not in f"{entry.subject} {entry.detail}"


def test_an_attempt_for_an_unknown_address_is_entered_about_nobody(client):
    sign_in(client, email="nobody@example.org")
    assert entered() == ("sign-in failed", None, "", {"why": "wrong e-mail or pass phrase"})


def test_attempts_above_the_limit_are_entered_too(client, ann):
    for _ in range(6):
        sign_in(client, phrase="wrong")
    assert entered() == ("sign-in failed", None, f"user {ann.pk}", {"why": "too many attempts"})


def test_an_attempt_on_a_closed_account_is_entered(client):
    gone = user.Clinician(email="gone@example.org", is_active=False)
    sign_in(client, email=gone.email)
    assert entered() == ("sign-in failed", None, f"user {gone.pk}", {"why": "may not sign in"})


def test_proving_again_to_be_oneself_is_entered_either_way(client, ann):
    sign_in(client)
    client.post("/accounts/reauthenticate/", {"password": "wrong"})
    assert entered() == ("sign-in failed", ann, f"user {ann.pk}", {"why": "wrong e-mail or pass phrase"})
    client.post("/accounts/reauthenticate/", {"password": PASS_PHRASE})
    assert entered() == ("proved again", ann, f"user {ann.pk}", {"by": ["password"]})


def test_changing_the_pass_phrase_is_entered(client, ann):
    sign_in(client)
    new = "an even longer phrase"
    client.post("/accounts/password/change/", {"oldpassword": PASS_PHRASE, "password1": new, "password2": new})
    ann.refresh_from_db()
    assert ann.check_password(new)
    assert entered() == ("pass phrase changed", ann, f"user {ann.pk}", {})


def test_a_forgotten_pass_phrase_is_entered_when_asked_for_and_when_changed(client, ann):
    client.post("/accounts/password/reset/", {"email": ann.email})
    assert entered() == ("pass phrase link sent", None, f"user {ann.pk}", {})
    [link] = [word for word in mail.outbox[0].body.split() if "/password/reset/key/" in word]
    form = client.get(link, follow=True).request["PATH_INFO"]
    client.post(form, {"password1": "an even longer phrase", "password2": "an even longer phrase"})
    assert entered() == ("pass phrase changed", ann, f"user {ann.pk}", {})


def test_nobody_is_signed_in_without_the_entry(client, ann, broken):
    answer = sign_in(client)
    assert answer.status_code == 503
    assert "Nothing was done" in answer.content.decode()
    assert client.get("/").status_code == 302


def test_nobody_can_guess_while_the_ledger_is_away(client, ann, broken):
    assert sign_in(client, phrase="wrong").status_code == 503


def test_a_pass_phrase_stays_as_it_was_without_the_entry(client, ann, broken):
    client.force_login(ann)
    new = "an even longer phrase"
    form = {"oldpassword": PASS_PHRASE, "password1": new, "password2": new}
    assert client.post("/accounts/password/change/", form).status_code == 503
    ann.refresh_from_db()
    assert ann.check_password(PASS_PHRASE)


def test_nobody_is_signed_out_without_the_entry(client, ann, broken):
    client.force_login(ann)
    assert client.post("/accounts/logout/").status_code == 503
    assert client.get("/").status_code == 200
