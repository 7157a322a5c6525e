"""An administrator makes accounts; nobody else sees them."""

import json

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.db.models import QuerySet

from advisor.accounts import roles
from advisor.accounts.models import User
from guidelines import ledger
from guidelines.models import Entry
from tests.factories import user


pytestmark = pytest.mark.django_db

NEW = {
    "email": "new@example.org",
    "name": "New Person",
    "profession": "nurse",
    "usable_password": "true",
    "password1": "a phrase that is long enough",
    "password2": "a phrase that is long enough",
}


def test_an_administrator_makes_an_account(client):
    client.force_login(user.Administrator())
    assert client.post("/admin/accounts/user/add/", NEW).status_code == 302
    assert User.objects.get(email="new@example.org").profession == "nurse"


def test_making_an_account_stands_in_the_ledger_and_in_no_other_log(client):
    client.force_login(user.Administrator())
    client.post("/admin/accounts/user/add/", NEW)
    made = Entry.objects.get(act="user added")
    assert made.subject == f"user {User.objects.get(email='new@example.org').pk}"
    assert "new@example.org" not in made.detail
    assert not LogEntry.objects.exists()


def test_giving_a_role_stands_in_the_ledger_with_what_the_user_may_do_now(client):
    someone = user.User()
    client.force_login(user.Administrator())
    form = {"email": someone.email, "name": someone.name, "profession": "nurse", "declared_interests": ""}
    group = Group.objects.get(name=roles.REVIEWER)
    assert client.post(f"/admin/accounts/user/{someone.pk}/change/", form | {"groups": [group.pk]}).status_code == 302
    assert json.loads(Entry.objects.get(act="user changed").detail)["rights"]["roles"] == [roles.REVIEWER]


@pytest.mark.parametrize("path", ["", "add/", "{pk}/change/"])
def test_the_pages_of_the_accounts_open(client, path):
    administrator = user.Administrator()
    client.force_login(administrator)
    assert client.get("/admin/accounts/user/" + path.format(pk=administrator.pk)).status_code == 200


def test_an_editor_cannot_make_an_account(client, editor):
    client.force_login(editor)
    assert client.post("/admin/accounts/user/add/", NEW).status_code == 403


def test_setting_somebody_s_pass_phrase_stands_in_the_ledger_or_is_not_done(client, monkeypatch):
    someone = user.User()
    client.force_login(user.Administrator())
    path, new = f"/admin/accounts/user/{someone.pk}/password/", "an even longer phrase"
    form = {"password1": new, "password2": new, "usable_password": "true", "set-password": "1"}
    with monkeypatch.context() as broken:
        broken.setattr(ledger, "append", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            client.post(path, form)
    someone.refresh_from_db()
    assert someone.check_password(user.PASS_PHRASE)
    assert client.post(path, form).status_code == 302
    assert Entry.objects.get(act="user changed").subject == f"user {someone.pk}"


def test_what_a_role_permits_stands_in_the_ledger_when_it_is_changed(client):
    client.force_login(user.Administrator())
    group = Group.objects.get(name=roles.CLINICIAN)
    client.post(f"/admin/auth/group/{group.pk}/change/", {"name": group.name, "permissions": []})
    changed = Entry.objects.get(act="group changed")
    assert changed.subject == f"role {group.name}"
    assert json.loads(changed.detail)["permissions"] == []


def test_taking_a_lost_second_factor_away_stands_in_the_ledger_and_shows_no_secret(client):
    someone = user.User()
    factor = Authenticator.objects.create(user=someone, type="totp", data={"secret": "JBSWY3DP"})
    client.force_login(user.Administrator())
    assert b"JBSWY3DP" not in client.get(f"/admin/mfa/authenticator/{factor.pk}/change/").content
    client.post(f"/admin/mfa/authenticator/{factor.pk}/delete/", {"post": "yes"})
    removed = Entry.objects.get(act="authenticator deleted")
    assert (removed.subject, json.loads(removed.detail)["which"]) == (f"user {someone.pk}", f"totp {factor.pk}")
    assert not Authenticator.objects.exists()


def test_a_further_address_that_an_administrator_removes_stands_in_the_ledger(client):
    someone = user.User()
    address = EmailAddress.objects.create(user=someone, email="further@example.org")
    client.force_login(user.Administrator())
    client.post(f"/admin/account/emailaddress/{address.pk}/delete/", {"post": "yes"})
    removed = Entry.objects.get(act="email address deleted")
    assert (removed.subject, "further" in removed.detail) == (f"user {someone.pk}", False)


def test_several_accounts_are_deleted_with_their_entries_or_not_at_all(client, monkeypatch):
    some = [user.User(), user.User()]
    client.force_login(user.Administrator())
    form = {"action": "delete_selected", "_selected_action": [one.pk for one in some], "post": "yes"}
    with monkeypatch.context() as broken:
        broken.setattr(QuerySet, "delete", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            client.post("/admin/accounts/user/", form)
    assert not Entry.objects.filter(act="user deleted").exists()
    client.post("/admin/accounts/user/", form)
    assert Entry.objects.filter(act="user deleted").count() == 2
    assert not User.objects.filter(pk__in=[one.pk for one in some]).exists()
