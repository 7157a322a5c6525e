"""Verification: a row that was changed in the database with its seal broken is named, by what is wrong with it."""

from datetime import timedelta

import pytest
from django.db import connection, transaction

from guidelines import ledger
from guidelines.ledger import head, verification
from guidelines.ledger.check_ledger import Bad
from guidelines.models import Entry, Leaf, TreeHead
from tests.factories.edition import NOW
from tests.unit.guidelines import tampering
from tests.unit.guidelines.ledger import history


pytestmark = pytest.mark.django_db


@pytest.fixture
def heads():
    return history.make()


def verified(**kept):
    return verification.verify(at=history.LATER, **kept)


def entry(index):
    return Entry.objects.get(pk=Leaf.objects.get(index=index).entry_id)


def with_leaf(changed):
    return {"leaf": ledger.leaf(changed)}


def test_an_untouched_ledger_is_in_order(heads):
    read = verified()
    assert (read.size, read.heads[1]["number"], read.tail, read.odd) == (9, 4, 2, [])


def test_an_empty_ledger_is_in_order():
    assert verified().size == 0


@pytest.mark.parametrize(
    "change",
    [
        {"act": "ring"},
        {"subject": "window"},
        {"detail": ""},
        {"by_id": None},
        {"at": NOW},
        {"leaf": "0" * 64},
    ],
)
def test_a_changed_entry_is_named(heads, change):
    tampering.change(entry(5), **change)
    with pytest.raises(Bad, match=r"entry 5 \(key \d+, (knock|ring)\) does not say what was entered"):
        verified()


def test_an_entry_forged_with_its_leaf_is_narrowed_down_to_its_batch(heads):
    changed = entry(5)
    changed.subject = "window"
    tampering.change(changed, subject="window", leaf=ledger.leaf(changed))
    with pytest.raises(Bad, match="head 2 was over others: one of 4 to 6 was changed"):
        verified()


def test_an_unsealed_entry_that_was_changed_is_named(heads):
    tampering.change(Entry.objects.latest("pk"), subject="window")
    with pytest.raises(Bad, match="unsealed entry"):
        verified()


@pytest.mark.only_on("sqlite")
def test_a_time_that_is_none_is_named(heads):
    changed = entry(5)
    tampering.break_seal(Entry)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE guidelines_entry SET at = 'yesterday' WHERE id = %s", [changed.pk])
    with pytest.raises(Bad, match="entry 5"):
        verified()


@pytest.mark.only_on("sqlite")
def test_a_head_that_cannot_be_read_is_told(heads):
    tampering.break_seal(TreeHead)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE guidelines_treehead SET at = 'yesterday' WHERE number = 2")
    with pytest.raises(Bad, match="a tree head holds what none can hold"):
        verified()


def test_a_removed_entry_is_missed(heads):
    gone = entry(5)
    tampering.remove(Leaf.objects.get(index=5))
    tampering.remove(gone)
    with pytest.raises(Bad, match="is not what is due: entry 5 of head 2"):
        verified()


def test_entries_that_changed_places_are_found(heads):
    first, second = Leaf.objects.get(index=4), Leaf.objects.get(index=5)
    tampering.break_seal(Leaf)
    for leaf in (first, second):
        leaf.delete()
    Leaf.objects.create(index=4, entry_id=second.entry_id, head_id=2)
    Leaf.objects.create(index=5, entry_id=first.entry_id, head_id=2)
    with pytest.raises(Bad, match="is not what is due: entry 5 of head 2, after key"):
        verified()


def test_an_entry_put_behind_the_newest_head_is_found(heads):
    Leaf.objects.create(index=9, entry=Entry.objects.latest("pk"), head_id=4)
    with pytest.raises(Bad, match="is not what is due: entry 9 of head 5"):
        verified()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"root": "0" * 64}, "head 2 was over others"),
        ({"size": 6}, "entry 6 .* is not what is due|head 2"),
        ({"at": NOW}, "head 3 does not follow head 2"),
        ({"previous": "0" * 64}, "head 2 does not follow head 1"),
    ],
)
def test_a_changed_head_is_named(heads, change, words):
    tampering.change(heads[1], **change)
    with pytest.raises(Bad, match=words):
        verified()


def test_a_tail_that_was_cut_off_is_known_by_a_head_from_elsewhere(heads):
    tampering.break_seal(Leaf)
    tampering.break_seal(TreeHead)
    with transaction.atomic():
        Leaf.objects.filter(index__gte=7).delete()
        TreeHead.objects.filter(number__gte=3).delete()
    assert verified().size == 7
    with pytest.raises(Bad, match="what you kept is not in it"):
        verified(kept=[str(heads[3])])


def test_an_entry_put_in_under_a_key_that_had_settled_is_named(heads):
    for hour in (2, 3):
        ledger.seal(at=NOW + timedelta(hours=hour))
    planted = Entry(pk=0 if connection.vendor == "postgresql" else -1, at=NOW, act="knock", subject="planted")
    planted.leaf = ledger.leaf(planted)
    planted.save(force_insert=True)
    with pytest.raises(Bad, match=f"the entry with key {planted.pk} .* was put in after every key"):
        verified()


def test_a_back_dated_entry_is_odd(heads):
    history.knock(1, None, NOW)
    assert "before an earlier head" in verified().odd[0]


def test_a_clock_that_went_back_is_odd(heads):
    ledger.seal(at=NOW)
    assert "a clock went back" in verified().odd[0]


def test_a_backlog_that_took_several_heads_is_nothing_odd(heads, monkeypatch):
    monkeypatch.setattr(head, "LARGEST", 2)
    history.knock(7, None, history.LATER)
    assert len(list(ledger.seal_all(at=history.LATER + timedelta(days=3)))) == 5
    assert verified().odd == []
