"""A sitting: thirty idle minutes end it, and twelve hours whatever happens."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from advisor.accounts import sitting
from guidelines.models import Entry


pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 2, 8, tzinfo=UTC)


@pytest.fixture
def at(monkeypatch, client, clinician):
    """Open the first page of a signed-in clinician, some time after the start."""
    client.force_login(clinician)

    def visit(**later):
        monkeypatch.setattr(timezone, "now", lambda: START + timedelta(**later))
        return client.get("/")

    return visit


def test_somebody_at_work_stays_signed_in(at):
    assert [at(minutes=m).status_code for m in range(0, 700, 25)] == [200] * 28


def test_thirty_idle_minutes_end_a_sitting(at):
    assert at().status_code == 200
    assert at(minutes=31).status_code == 302


def test_twelve_hours_end_a_sitting_whatever_happens(at):
    work = [at(minutes=m).status_code for m in range(0, 760, 20)]
    assert work[-2:] == [200, 302]


def test_the_end_of_a_sitting_is_entered(at, clinician):
    at()
    for minutes in range(20, 760, 20):
        at(minutes=minutes)
    assert Entry.objects.get(act="sitting ended").by == clinician


def test_reading_pages_writes_the_session_at_most_once_a_minute(at):
    at()
    with CaptureQueriesContext(connection) as asked:
        at(seconds=sitting.NOTED_EVERY.seconds - 1)
    assert not [query["sql"] for query in asked if query["sql"].startswith(("UPDATE", "INSERT"))]


def test_no_browser_keeps_what_was_shown(at):
    assert "no-store" in at().headers["Cache-Control"]
