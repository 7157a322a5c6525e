"""What whoever watches the product is told."""

import pytest
from django.db import OperationalError, connection


def test_alive_asks_no_database(client):
    assert client.get("/healthz").json() == {"status": "alive"}


@pytest.mark.django_db
def test_ready_when_the_database_answers(client):
    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_not_ready_when_the_database_does_not_answer(client, monkeypatch):
    def down(*_):
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection._connections[connection._alias], "cursor", down)
    assert client.get("/readyz").status_code == 503
