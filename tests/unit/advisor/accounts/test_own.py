"""One's own account: what is changed of it stands in the ledger, without addresses and secrets."""

import json
import time

import pytest
from allauth.core import context
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, format_hotp_value, hotp_value
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm
from django.db import OperationalError
from django.urls import URLResolver, get_resolver, resolve
from django.utils import timezone
from zeal import zeal_ignore

from advisor.accounts import own
from advisor.accounts.second_factor import KeyAgain
from guidelines import ledger
from guidelines.models import Entry
from tests.factories import user
from tests.factories.user import PASS_PHRASE


pytestmark = pytest.mark.django_db

FACTOR = "/accounts/2fa/"


@pytest.fixture
def ann(client, settings):
    """Somebody who has just signed in and confirmed who they are."""
    settings.MFA_TOTP_TOLERANCE = 1
    ann = user.Clinician(email="ann@example.org")
    sign_in(client)
    client.post("/accounts/reauthenticate/", {"password": PASS_PHRASE})
    return ann


def sign_in(client):
    return client.post("/accounts/login/", {"login": "ann@example.org", "password": PASS_PHRASE})


def code(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def set_up_codes(client):
    """Set up one-time codes; return their secret and the answer."""
    client.get(f"{FACTOR}totp/activate/")
    secret = client.session[SECRET_SESSION_KEY]
    return secret, client.post(f"{FACTOR}totp/activate/", {"code": code(secret)})


def newest():
    entry = Entry.objects.latest("pk")
    return entry.act, entry.by, json.loads(entry.detail)


def test_setting_up_codes_is_entered_without_their_secret(client, ann, django_capture_on_commit_callbacks):
    secret, _ = set_up_codes(client)
    keys = [f"{one.type} {one.pk}" for one in Authenticator.objects.filter(user=ann)]
    assert newest() == ("own account changed", ann, {"added": sorted(keys), "removed": [], "changed": []})
    assert not Entry.objects.filter(detail__contains=secret).exists()


def test_codes_are_not_set_up_without_the_entry(client, ann, monkeypatch):
    client.get(f"{FACTOR}totp/activate/")
    secret = client.session[SECRET_SESSION_KEY]

    def append(*_, **__):
        raise OperationalError("disk full")

    monkeypatch.setattr(ledger, "append", append)
    assert client.post(f"{FACTOR}totp/activate/", {"code": code(secret)}).status_code == 503
    assert not Authenticator.objects.exists()


def test_a_form_that_changed_nothing_is_no_act(client, ann):
    client.get(f"{FACTOR}totp/activate/")
    before = Entry.objects.count()
    client.post(f"{FACTOR}totp/activate/", {"code": "000000"})
    assert Entry.objects.count() == before


def test_giving_codes_up_and_new_recovery_codes_are_entered(client, ann):
    set_up_codes(client)
    client.post(f"{FACTOR}recovery-codes/generate/")
    assert [len(newest()[2][what]) for what in ("added", "removed")] == [1, 1]
    client.post(f"{FACTOR}totp/deactivate/")
    assert newest()[2]["removed"]
    assert not Authenticator.objects.exists()


def test_a_wrong_code_at_sign_in_is_entered_and_a_right_one_is_told_with_the_sign_in(client, ann):
    secret, _ = set_up_codes(client)
    client.post("/accounts/logout/")
    sign_in(client)
    client.post(f"{FACTOR}authenticate/", {"code": "000000"})
    assert newest() == ("second factor failed", None, {"what": "code"})
    client.post(f"{FACTOR}authenticate/", {"code": code(secret)})
    assert newest() == ("sign-in", ann, {"by": ["password", "totp"]})


def test_confirming_with_a_code_is_entered(client, ann):
    secret, _ = set_up_codes(client)
    client.post(f"{FACTOR}reauthenticate/", {"code": "000000"})
    assert newest() == ("second factor failed", ann, {"what": "code"})
    client.post(f"{FACTOR}reauthenticate/", {"code": code(secret)})
    assert newest() == ("proved again", ann, {"by": ["totp"]})


@pytest.mark.parametrize("typed", ['{"id": "none"}', "[1]", '"x"'])
def test_a_passkey_that_is_none_is_refused_and_entered(client, ann, typed):
    set_up_codes(client)
    client.post("/accounts/logout/")
    sign_in(client)
    assert client.post(f"{FACTOR}authenticate/", {"credential": typed}).status_code == 200
    assert not client.session.get("_auth_user_id")
    assert newest() == ("second factor failed", None, {"what": "passkey"})


def test_confirming_with_a_passkey_is_entered_either_way(ann, rf, monkeypatch):
    request, key = rf.post("/"), Authenticator(user=ann, type="webauthn")
    request.user = ann
    with context.request_context(request):
        form = {"credential": '{"id": "none"}'}
        assert not KeyAgain(user=ann, data=form).is_valid()
        assert newest() == ("second factor failed", ann, {"what": "passkey"})
        monkeypatch.setattr(AuthenticateWebAuthnForm, "clean_credential", lambda _: key)
        assert KeyAgain(user=ann, data=form).is_valid()
        assert newest() == ("proved again", ann, {"by": ["webauthn"]})


def test_removing_and_renaming_a_passkey_is_entered(client, ann):
    key = Authenticator.objects.create(
        user=ann, type="webauthn", data={"name": "old", "credential": {}}, created_at=timezone.now()
    )
    client.post(f"{FACTOR}webauthn/keys/{key.pk}/edit/", {"name": "new"})
    assert newest()[2]["changed"] == [f"webauthn {key.pk}"]
    with zeal_ignore():
        client.post(f"{FACTOR}webauthn/keys/{key.pk}/remove/")
    assert newest()[2]["removed"] == [f"webauthn {key.pk}"]


def test_a_further_address_is_entered_by_its_key(client, ann):
    client.post("/accounts/email/", {"action_add": "", "email": "further@example.org"})
    assert newest()[0] == "own account changed"
    assert not Entry.objects.filter(detail__contains="further").exists()


# What the library's other addresses do is entered by the policy and the forms, or changes no account.
ELSEWHERE = {
    "account_change_password",
    "account_confirm_email",
    "account_confirm_login_code",
    "account_email_verification_sent",
    "account_inactive",
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_set_password",
    "account_signup",
    "mfa_authenticate",
    "mfa_download_recovery_codes",
    "mfa_index",
    "mfa_list_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_view_recovery_codes",
}


def names(patterns):
    for entry in patterns:
        yield from names(entry.url_patterns) if isinstance(entry, URLResolver) else [entry.name]


def test_every_address_of_the_library_is_thought_of():
    [accounts] = [one for one in get_resolver().url_patterns if str(one.pattern) == "accounts/"]
    ours = [one for one in accounts.url_patterns if not isinstance(one, URLResolver)]
    assert {one.name for one in ours} | ELSEWHERE == set(names(accounts.url_patterns))
    for one in ours:
        path = "/accounts/" + str(one.pattern).replace("<int:pk>", "1")
        assert issubclass(resolve(path).func.view_class, own.Entered), "ours must stand before the library's"
