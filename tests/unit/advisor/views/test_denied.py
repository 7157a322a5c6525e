"""A refusal for want of a role is an act in the ledger, and stays a refusal whatever happens to the ledger."""

import json

import pytest
from django.db import OperationalError

from guidelines import ledger
from guidelines.models import Entry


pytestmark = pytest.mark.django_db


def test_a_refusal_is_entered_with_who_asked_for_what(client, editor):
    client.force_login(editor)
    answer = client.post("/consultations/")
    entry = Entry.objects.get(act="denied")
    assert (answer.status_code, entry.by, entry.subject) == (403, editor, "/consultations/")
    assert json.loads(entry.detail) == {"by": "POST"}


def test_an_address_that_no_database_would_take_is_entered(client, editor):
    client.force_login(editor)
    address = "/guidelines/x/consulting/%00" + "y" * 300 + "/"
    assert client.get(address).status_code == 403
    assert Entry.objects.get(act="denied").subject.startswith("/guidelines/x/consulting/%00yyy")


def test_a_refusal_that_cannot_be_entered_is_still_one(client, editor, monkeypatch, caplog):
    def append(*_, **__):
        raise OperationalError("disk full")

    client.force_login(editor)
    monkeypatch.setattr(ledger, "append", append)
    assert client.get("/consultations/").status_code == 403
    assert "could not be entered" in caplog.text
