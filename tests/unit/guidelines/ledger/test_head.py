"""Sealing: every entry gets one place in the tree, whatever order it was committed in, and there is one line of heads."""

from datetime import timedelta
from threading import Thread
from time import sleep

import pytest
from django.db import IntegrityError, connection, transaction

from guidelines import ledger, merkle
from guidelines.ledger import head, verification
from guidelines.models import Entry, Leaf, TreeHead
from tests.factories.edition import NOW
from tests.unit.guidelines import tampering


def knock(times=1, at=NOW):
    return [ledger.append("knock", by=None, subject=f"door {n}", at=at) for n in range(times)]


def settles(entry):
    """Seal hour after hour until nothing can be missing below an entry; other tests' transactions count on one server."""
    for hour in range(2, 600):
        if ledger.seal(at=NOW + timedelta(hours=hour)).settled == entry.pk:
            return True
        sleep(0.1)
    return False


def sealed():
    return list(Leaf.objects.order_by("index").values_list("entry", flat=True))


@pytest.mark.django_db
def test_the_root_is_the_one_of_the_leaves_in_their_order():
    made = knock(5)
    head = ledger.seal(at=NOW)
    assert sealed() == [entry.pk for entry in made]
    assert head.root == merkle.root([bytes.fromhex(entry.leaf) for entry in made]).hex()
    assert (head.number, head.size, head.previous) == (1, 5, "")


@pytest.mark.django_db
def test_a_second_head_grows_from_the_first_and_seals_only_what_is_new():
    made = knock(3)
    ledger.seal(at=NOW)
    made += knock(4)
    second = ledger.seal(at=NOW)
    assert (second.number, second.size) == (2, 7)
    assert second.root == merkle.root([bytes.fromhex(entry.leaf) for entry in made]).hex()
    assert set(Leaf.objects.filter(index__gte=3).values_list("head", flat=True)) == {2}


@pytest.mark.django_db
def test_a_period_without_acts_gets_a_head_too():
    first, second = ledger.seal(at=NOW), ledger.seal(at=NOW)
    assert (first.size, first.root) == (second.size, second.root) == (0, merkle.root([]).hex())
    assert second.number == 2
    assert second.previous


@pytest.mark.django_db
def test_sealing_costs_no_more_where_more_is_sealed_already(django_assert_num_queries):
    knock(40)
    ledger.seal(at=NOW)
    knock(2)
    savepoints, lock_and_snapshots = 2, 3 if connection.vendor == "postgresql" else 0
    with django_assert_num_queries(savepoints + lock_and_snapshots + 5):
        ledger.seal(at=NOW)


@pytest.mark.django_db
def test_a_long_backlog_is_sealed_batch_by_batch(monkeypatch):
    monkeypatch.setattr(head, "LARGEST", 3)
    made = knock(7)
    assert [one.size for one in ledger.seal_all(at=NOW)] == [3, 6, 7]
    assert sealed() == [entry.pk for entry in made]


@pytest.mark.django_db
def test_a_backlog_that_fills_its_last_batch_ends_with_a_head_over_nothing_new(monkeypatch):
    monkeypatch.setattr(head, "LARGEST", 3)
    knock(3)
    assert [one.size for one in ledger.seal_all(at=NOW)] == [3, 3]


@pytest.mark.django_db
def test_a_sealer_that_fails_half_way_leaves_nothing_behind(monkeypatch):
    knock(3)
    with monkeypatch.context() as broken:
        broken.setattr(Leaf.objects, "bulk_create", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            ledger.seal(at=NOW)
    assert not TreeHead.objects.exists()
    assert ledger.seal(at=NOW).size == 3


@pytest.mark.django_db
def test_nothing_is_built_on_a_head_that_was_altered():
    knock(3)
    tampering.change(ledger.seal(at=NOW), root="0" * 64)
    with pytest.raises(ledger.Broken, match="Tree head 1 was altered"):
        ledger.seal(at=NOW)


@pytest.mark.django_db
def test_the_database_refuses_a_fork():
    ledger.seal(at=NOW)
    second = ledger.seal(at=NOW)
    second.root = "0" * 64
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save(force_insert=True)


@pytest.mark.django_db
def test_the_database_refuses_a_second_place_for_an_entry():
    [entry] = knock()
    made = ledger.seal(at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Leaf.objects.create(index=1, entry=entry, head=made)


def test_sealers_and_writers_at_once_make_one_history(fresh_database):
    made = []

    def work(times, act):
        try:
            for _ in range(times):
                act()
        finally:
            connection.close()

    sealing = [Thread(target=work, args=(10, lambda: made.append(ledger.seal(at=NOW)))) for _ in range(3)]
    writing = [Thread(target=work, args=(15, knock)) for _ in range(3)]
    for thread in sealing + writing:
        thread.start()
    for thread in sealing + writing:
        thread.join()
    ledger.seal(at=NOW)
    numbers = list(TreeHead.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, len([one for one in made if one]) + 2))
    assert sorted(sealed()) == sorted(Entry.objects.values_list("pk", flat=True))
    assert verification.verify(at=NOW).size == 45


@pytest.mark.only_on("postgresql")
def test_an_entry_that_is_committed_late_is_sealed_later(fresh_database):
    late = connection.copy()
    with late.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute(
            "INSERT INTO guidelines_entry (at, act, subject, detail, leaf) VALUES (now(), 'late', '', '', repeat('0', 64))"
        )
    [early] = knock()
    for minute in range(4):
        ledger.seal(at=NOW + minute * 2 * head.MARGIN)
    assert sealed() == [early.pk]
    assert ledger.newest().settled == 0, "a lower key may still appear"
    with late.cursor() as cursor:
        cursor.execute("COMMIT")
    late.close()
    ledger.seal(at=NOW + timedelta(hours=1))
    assert sealed() == [early.pk, early.pk - 1]
    assert settles(early)


@pytest.mark.django_db
def test_what_has_settled_is_not_looked_at_again(monkeypatch):
    monkeypatch.setattr(head, "_transactions", lambda: (1, 1))  # whatever else runs on the server
    knock(3)
    first = ledger.seal(at=NOW)
    assert first.settled == 0
    second = ledger.seal(at=NOW + head.MARGIN)
    assert second.settled == first.reached
    assert not head.unsealed().filter(pk__gt=second.settled).exists()
