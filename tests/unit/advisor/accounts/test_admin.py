"""An administrator makes accounts; nobody else sees them."""

import json

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group

from advisor.accounts import roles
from advisor.accounts.models import User
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
