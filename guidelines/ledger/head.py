"""Tree heads: what has been entered since the last one is given its place in the tree, and the new root is kept.

Sealing takes one batch at a time and costs what the batch costs, however long the ledger is. Appending never waits for it.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from guidelines.engine import canonical
from guidelines.engine.canonical import Plain
from guidelines.ledger import signature
from guidelines.ledger.entry import moment
from guidelines.merkle import Frontier
from guidelines.models import Entry, Leaf, TreeHead


# One head covers at most so many new entries, because on SQLite whoever appends waits while it is sealed.
LARGEST = 10_000
# By this number PostgreSQL knows the sealer's lock.
LOCK = 9162
# A transaction has its number an instant after its entry has its key; nothing takes this long in between.
MARGIN = timedelta(minutes=1)
HASH = 64


class Broken(Exception):
    """The newest tree head does not fit what it was made from, so no other can be built on it."""


def seal(*, at: datetime) -> TreeHead | None:
    """Seal what is new under the next tree head and return it; None where somebody else is sealing.

    Where nothing is new the head says so: its root is the one before. Raises Broken.
    """
    with transaction.atomic():
        if not _alone():
            return None
        before = newest()
        oldest, _ = _transactions()
        above = unsealed().filter(pk__gt=before.settled if before else 0)
        fresh = list(above.values_list("pk", "leaf")[:LARGEST])
        made = _next(before, fresh, at)
        _, made.horizon = _transactions()
        made.settled = _settled(before, oldest, fresh, at)
        made.save(force_insert=True)
        first = made.size - len(fresh)
        leaves = (Leaf(index=first + place, entry_id=key, head=made) for place, (key, _) in enumerate(fresh))
        Leaf.objects.bulk_create(leaves, batch_size=1000)
    return made


def seal_all(*, at: datetime) -> Iterator[TreeHead]:
    """Seal batch after batch until nothing is left, and yield each head; none while somebody else seals. Raises Broken."""
    before = newest()
    size, left = before.size if before else 0, True
    while left and (made := seal(at=at)):
        left, size = made.size - size == LARGEST, made.size
        yield made


def newest() -> TreeHead | None:
    """Return the newest tree head, if any."""
    return TreeHead.objects.order_by("-number").first()


def unsealed(*, size: int | None = None) -> QuerySet[Entry]:
    """Give the entries that have no leaf, or none within the first `size`, in the order of their keys."""
    leaves = Leaf.objects.filter(entry_id=OuterRef("pk"))
    within = leaves if size is None else leaves.filter(index__lt=size)
    return Entry.objects.filter(~Exists(within)).order_by("pk")


def said(head: TreeHead) -> dict[str, Plain]:
    """Return what a tree head says, which is what its digest and its signature cover."""
    return {
        "at": moment(head.at),
        "number": head.number,
        "previous": head.previous,
        "root": head.root,
        "size": head.size,
    }


def _next(before: TreeHead | None, fresh: list[tuple[int, str]], at: datetime) -> TreeHead:
    edge = _frontier(before).grown(bytes.fromhex(leaf) for _, leaf in fresh)
    made = TreeHead(number=1, size=edge.size, root=edge.root().hex(), at=at, reached=max([0, *(k for k, _ in fresh)]))
    made.frontier = "".join(peak.hex() for peak in edge.peaks)
    if before:
        made.number, made.previous = before.number + 1, canonical.digest(said(before))
        made.reached = max(made.reached, before.reached)
    made.signature = signature.sign(canonical.text(said(made)).encode())
    return made


def _frontier(head: TreeHead | None) -> Frontier:
    if head is None:
        return Frontier()
    peaks = [bytes.fromhex(head.frontier[place : place + HASH]) for place in range(0, len(head.frontier), HASH)]
    if len(peaks) != head.size.bit_count() or Frontier(head.size, tuple(peaks)).root().hex() != head.root:
        raise Broken(f"Tree head {head.number} was altered after it was made. Run: manage.py ledger verify")
    return Frontier(head.size, tuple(peaks))


def _settled(before: TreeHead | None, oldest: int, fresh: list[tuple[int, str]], at: datetime) -> int:
    """Say up to which key no entry can be missing any more.

    Keys are given before commits, so an entry may appear below one that is sealed. It cannot once every transaction has
    ended that was under way when an earlier head was made; this batch has then taken whatever appeared late.
    """
    certain = Q(at__lte=at - MARGIN) | Q(horizon=0)
    quiet = TreeHead.objects.filter(certain, horizon__lte=oldest).order_by("-number").first()
    reached = quiet.reached if quiet else 0
    if len(fresh) == LARGEST:
        reached = min(reached, fresh[-1][0])
    return max(reached, before.settled if before else 0)


def _alone() -> bool:
    # On SQLite the transaction is the only writer already.
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        return bool(cursor.fetchone()[0])


def _transactions() -> tuple[int, int]:
    """Return the oldest transaction that is under way and the first that has not begun; SQLite has one at a time."""
    if connection.vendor != "postgresql":
        return 0, 0
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_snapshot_xmin(now)::text::bigint, pg_snapshot_xmax(now)::text::bigint FROM pg_current_snapshot() now"
        )
        oldest, next_one = cursor.fetchone()
    return oldest, next_one
