"""Signing: for each signature a reviewer proves again to be themselves, by pass phrase or by a passkey used just now."""

import time

from allauth.account.authentication import get_authentication_records
from allauth.core import ratelimit
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.translation import gettext as _

from guidelines import ledger


# Until when passkeys of this sitting are used up: each signs once.
USED_UP = "signed_with_passkey_at"


class Unproved(Exception):
    """Whoever signs did not prove to be themselves; the message says what to do."""

    status = 422


class TooOften(Unproved):
    """Too many attempts in a short time."""

    status = 429


def proof(request, phrase, *, subject, at):
    """Return how the user proved to be themselves: "password" or "passkey".

    Every pass phrase counts against the limit of attempts, and a wrong one is entered in the ledger. Raises Unproved
    where it is wrong and there is no passkey either, TooOften above the limit.
    """
    if not phrase:
        return _by_passkey(request)
    if not ratelimit.consume(request, action="reauthenticate", user=request.user):
        raise TooOften(_("Too many attempts. Wait some minutes, then try again."))
    if not request.user.check_password(phrase):
        ledger.append("signature refused", by=request.user, subject=subject, at=at)
        raise Unproved(_("This is not your pass phrase. Nothing was signed."))
    return "password"


def has_passkey(user):
    """Tell whether a user has a passkey to sign with."""
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).exists()


def passkey_is_fresh(request):
    """Tell whether the user has just used a passkey, and has signed nothing with it yet."""
    return _used_at(request) is not None


def _by_passkey(request):
    used_at = _used_at(request)
    if used_at is None:
        raise Unproved(_("Type your pass phrase, or use a passkey, to sign."))
    request.session[USED_UP] = used_at
    return "passkey"


def _used_at(request):
    """Return when a passkey was last used to confirm who is there, unless that is long ago or has signed already."""
    records = get_authentication_records(request, request.user)
    used = [one["at"] for one in records if one.get("type") == "webauthn" and one.get("reauthenticated")]
    latest = max(used, default=0)
    fresh = time.time() - latest < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    return latest if fresh and latest > request.session.get(USED_UP, 0) else None
