"""Signing: the pass phrase is asked again each time, wrong ones are counted and entered, and a passkey signs once."""

import time

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.internal.flows.login import record_authentication
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache

from advisor.accounts import signing
from guidelines.models import Entry
from tests.factories.edition import NOW
from tests.factories.user import PASS_PHRASE


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _cache(settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()


@pytest.fixture
def request_of(rf, reviewer):
    made = rf.post("/review/hiccups/1/approve/")
    made.user, made.session = reviewer, SessionStore()
    return made


def proof(request, phrase=""):
    return signing.proof(request, phrase, subject="hiccups/1", at=NOW)


def used_a_passkey(request, *, seconds_ago=0, **said):
    given = {"type": "webauthn", "reauthenticated": True} | said
    record_authentication(request, request.user, "mfa", **given)
    request.session[AUTHENTICATION_METHODS_SESSION_KEY][-1]["at"] = time.time() - seconds_ago


def test_the_pass_phrase_proves_who_signs(request_of):
    assert proof(request_of, PASS_PHRASE) == "password"
    assert not Entry.objects.exists()


def test_a_wrong_one_is_refused_and_entered(request_of, reviewer):
    with pytest.raises(signing.Unproved, match="not your pass phrase") as refused:
        proof(request_of, "something else")
    assert refused.value.status == 422
    entry = Entry.objects.get()
    assert (entry.act, entry.by, entry.subject, entry.detail) == ("signature refused", reviewer, "hiccups/1", "")


def test_nobody_guesses_for_long(request_of):
    for _ in range(10):
        with pytest.raises(signing.Unproved, match="not your pass phrase"):
            proof(request_of, "something else")
    with pytest.raises(signing.TooOften, match="Too many attempts") as refused:
        proof(request_of, PASS_PHRASE)
    assert refused.value.status == 429


def test_nothing_at_all_proves_nothing(request_of):
    with pytest.raises(signing.Unproved, match="Type your pass phrase"):
        proof(request_of)


def test_a_passkey_used_just_now_signs_once(request_of):
    used_a_passkey(request_of)
    assert signing.passkey_is_fresh(request_of)
    assert proof(request_of) == "passkey"
    assert not signing.passkey_is_fresh(request_of)
    with pytest.raises(signing.Unproved):
        proof(request_of)


def test_the_next_use_signs_again(request_of):
    used_a_passkey(request_of, seconds_ago=10)
    proof(request_of)
    used_a_passkey(request_of)
    assert proof(request_of) == "passkey"


@pytest.mark.parametrize(
    "said",
    [{"seconds_ago": 301}, {"type": "totp"}, {"reauthenticated": False}],
    ids=["long ago", "another factor", "at sign-in"],
)
def test_what_is_no_fresh_confirmation_by_passkey_signs_nothing(request_of, said):
    used_a_passkey(request_of, **said)
    assert not signing.passkey_is_fresh(request_of)
    with pytest.raises(signing.Unproved):
        proof(request_of)


def test_somebody_elses_passkey_signs_nothing(request_of, editor):
    used_a_passkey(request_of)
    request_of.user = editor
    assert not signing.passkey_is_fresh(request_of)


def test_without_a_passkey_there_is_none_to_sign_with(reviewer):
    assert not signing.has_passkey(reviewer)
