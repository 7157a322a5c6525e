"""An administrator makes accounts; nobody else sees them."""

import pytest

from advisor.accounts.models import User
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


@pytest.mark.parametrize("path", ["", "add/", "{pk}/change/"])
def test_the_pages_of_the_accounts_open(client, path):
    administrator = user.Administrator()
    client.force_login(administrator)
    assert client.get("/admin/accounts/user/" + path.format(pk=administrator.pk)).status_code == 200


def test_an_editor_cannot_make_an_account(client, editor):
    client.force_login(editor)
    assert client.post("/admin/accounts/user/add/", NEW).status_code == 403
