"""The rules of the house about addresses: every one refuses strangers, and those without the role for it."""

import re
import uuid

import pytest
from django.urls import URLPattern, get_resolver
from django.utils.regex_helper import normalize

from tests.factories import user


# Whoever is not signed in may see these, by the name of the address.
PUBLIC = {
    "account_confirm_email",
    "account_confirm_login_code",
    "account_email_verification_sent",
    "account_inactive",
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_signup",
    "check",
    "healthz",
    "mfa_authenticate",
    "preferences",
    "readyz",
}
# Whoever is signed in may see these, whatever their role.
FOR_EVERYBODY = PUBLIC | {"home", "logout", "policy", "reader"}
OWN_ACCOUNT = ("/accounts/",)


def addresses(patterns=None, prefix=""):
    """Yield each address of the product with its name and an example of its path."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        regex = prefix + entry.pattern.regex.pattern.removeprefix("^").replace(r"\Z", "")
        if isinstance(entry, URLPattern):
            yield entry.name or "", "/" + example(regex)
        else:
            yield from addresses(entry.url_patterns, regex)


def example(regex):
    """Return a path that the regular expression matches, or one close to it where it cannot be guessed."""
    template, names = normalize(regex)[0]
    as_uuid = {name: str(uuid.UUID(int=1)) for name in re.findall(r"\(\?P<(\w+)>\[0-9a-f\]\{8\}", regex)}
    known = as_uuid | {"app_label": "accounts"}
    return template % {name: known.get(name, "1") for name in names}


ADDRESSES = sorted(set(addresses()))
METHODS = ("get", "post", "put", "delete")


def surprises(client, skip):
    """Ask every address by every method; return those that did not refuse, and how many were asked."""
    asked = [(name, path, method) for name, path in ADDRESSES if not skip(name, path) for method in METHODS]
    return [request for request in asked if not refused(getattr(client, request[2])(request[1]))], len(asked)


def refused(response):
    """Tell whether an answer shows nothing: sent to sign in, sent further down to an address of this sweep, or refused."""
    if response.status_code in {301, 302}:
        return "/login/?next=" in response.url or response.url.startswith(response.wsgi_request.path)
    return response.status_code in {403, 404, 405}


@pytest.mark.django_db
def test_every_address_refuses_a_stranger(client):
    open_to_strangers, asked = surprises(client, lambda name, path: name in PUBLIC)
    assert not open_to_strangers, "refuse, or declare it public here and in the view"
    assert asked == len(METHODS) * len([name for name, _path in ADDRESSES if name not in PUBLIC])


@pytest.mark.django_db
def test_every_address_refuses_somebody_without_a_role(client):
    client.force_login(user.User())
    wide_open, asked = surprises(client, lambda name, path: name in FOR_EVERYBODY or path.startswith(OWN_ACCOUNT))
    assert not wide_open, "guard the view by a role: advisor.accounts.roles.require"
    assert asked > 100


def test_the_declared_addresses_exist():
    assert {name for name, _path in ADDRESSES} >= FOR_EVERYBODY


def test_the_sweep_sees_the_whole_product():
    paths = {path for _name, path in ADDRESSES}
    assert {"/", "/admin/", "/admin/accounts/user/1/change/", "/accounts/logout/"} <= paths
