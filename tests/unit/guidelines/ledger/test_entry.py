"""Entries: one statement each, and a leaf hash that anybody can work out again."""

import hashlib
import json
from datetime import timedelta, timezone

import pytest

from guidelines import ledger
from guidelines.models import Entry
from tests.factories import entry, user
from tests.factories.edition import NOW


pytestmark = pytest.mark.django_db


def test_an_entry_is_one_statement(django_assert_num_queries):
    editor = user.Editor()
    with django_assert_num_queries(1):
        ledger.append("knock", by=editor, subject="door", detail={"times": 3}, at=NOW)


def test_the_leaf_is_the_hash_that_an_outsider_would_work_out():
    made = entry.make()
    told = {
        "act": "knock",
        "at": "2026-03-02T09:30:00.000000+00:00",
        "by": made.by_id,
        "detail": '{"times":3}',
        "subject": "door",
    }
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert made.leaf == hashlib.sha256(b"\x00" + text.encode()).hexdigest()


def test_the_leaf_is_the_same_when_the_entry_is_read_back():
    made = Entry.objects.get(pk=entry.make().pk)
    assert ledger.leaf(made) == made.leaf


def test_the_leaf_does_not_depend_on_the_time_zone():
    there = NOW.astimezone(timezone(timedelta(hours=9)))
    assert ledger.append("knock", by=None, at=there).leaf == ledger.append("knock", by=None, at=NOW).leaf


def test_an_act_of_nobody_says_so():
    ledger.append("failed sign-in", by=None, at=NOW)
    assert Entry.objects.get().by is None
