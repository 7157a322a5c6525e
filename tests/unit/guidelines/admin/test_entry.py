"""The ledger in the admin: found by act, by time and by what is typed, with the place in the tree, and never changed."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from guidelines import ledger
from guidelines.admin import entry as entries
from guidelines.ledger.entry import acts
from tests.factories import user
from tests.factories.edition import NOW


pytestmark = pytest.mark.django_db

LIST = "/admin/guidelines/entry/"


@pytest.fixture
def reader(client):
    client.force_login(user.Reviewer())
    return client


@pytest.fixture
def abel():
    return user.Editor(name="Abel Ander", email="abel@example.org")


def knock(subject="door", act="knock", by=None, at=NOW):
    return ledger.append(act, by=by, subject=subject, at=at)


def found(client, query=""):
    return [row.subject for row in client.get(f"{LIST}{query}").context["cl"].result_list]


def test_the_newest_stand_first(reader):
    knock("door")
    knock("window")
    assert found(reader) == ["window", "door"]


def test_found_by_act_among_all_there_are(reader):
    knock("door", act="knock")
    knock("bell", act="ring")
    listed = reader.get(LIST).context["cl"]
    choices = {choice["display"] for spec in listed.filter_specs for choice in spec.choices(listed)}
    assert {"knock", "ring"} <= choices
    assert found(reader, "?act=ring") == ["bell"]
    assert found(reader, "?act=absent") == []


def test_every_act_is_listed_once():
    assert acts() == []
    for act in ("b", "a", "b", "c"):
        knock(act=act)
    assert acts() == ["a", "b", "c"]


def test_found_by_time(reader):
    knock("long ago", at=timezone.now() - timedelta(days=400))
    knock("just now", at=timezone.now())
    day = (timezone.now() - timedelta(days=2)).date().isoformat()
    assert found(reader, f"?at__gte={day} 00:00:00%2B00:00") == ["just now"]


@pytest.mark.parametrize("typed", ["Abel", "abel@example", "window", "WIND", "window 2", "ring"])
def test_found_by_what_is_typed(reader, abel, typed):
    knock("door")
    knock("window 2", act="ring", by=abel)
    assert found(reader, f"?q={typed}") == ["window 2"]


def test_found_by_the_leaf_on_a_printed_sheet(reader):
    knock("door")
    leaf = knock("window").leaf
    assert found(reader, f"?q={leaf}") == ["window"]
    assert found(reader, f"?q={'0' * 64}") == []


def test_an_act_and_a_word_together(reader):
    knock("door")
    knock("door", act="ring")
    assert len(found(reader, "?act=ring&q=door")) == 1


def test_nothing_counts_further_than_the_pages_go(reader, monkeypatch):
    monkeypatch.setattr(entries, "SHOWN", 3)
    for _ in range(5):
        knock()
    with CaptureQueriesContext(connection) as asked:
        listing = reader.get(LIST)
    assert listing.context["cl"].result_count == 3
    counts = [query["sql"] for query in asked if "COUNT(*)" in query["sql"] and "guidelines_entry" in query["sql"]]
    assert counts
    assert all("LIMIT 3" in sql for sql in counts)


def test_an_entry_shows_its_place_in_the_tree(reader):
    made = knock()
    page = f"{LIST}{made.pk}/change/"
    assert b"Not sealed yet." in reader.get(page).content
    head = ledger.seal(at=NOW)
    assert f"Leaf 0, under head 1 of 2 March 2026, 09:30 UTC: {head}" in reader.get(page).content.decode()


@pytest.mark.parametrize("page", ["add/", "{pk}/delete/"])
def test_nobody_adds_or_deletes(client, page):
    client.force_login(user.Administrator())
    made = knock()
    assert client.get(LIST + page.format(pk=made.pk)).status_code == 403


def test_nobody_changes(client):
    client.force_login(user.Administrator())
    made = knock()
    assert client.post(f"{LIST}{made.pk}/change/", {"act": "nothing"}).status_code == 403
    made.refresh_from_db()
    assert made.act == "knock"


@pytest.mark.parametrize("model", ["leaf", "treehead"])
def test_the_tree_is_shown(reader, model):
    knock()
    ledger.seal(at=NOW)
    assert reader.get(f"/admin/guidelines/{model}/").status_code == 200
