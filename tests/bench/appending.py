"""Appending to the ledger: what it costs where a million entries are there already, and with four writers at once."""

import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

from django.db import connection
from django.utils import timezone

from guidelines import ledger
from guidelines.merkle import Frontier
from guidelines.models import Entry, TreeHead
from tests import databases


ENTRIES = 1_000_000
ROUNDS, BATCH = 40, 50
WRITERS = 4

# The rows of a busy year, without the work of hashing them: what counts here is that they are there.
FILL = {
    "sqlite": """
        INSERT INTO guidelines_entry (at, act, subject, detail, leaf)
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {entries})
        SELECT datetime('2026-01-01', (i * 30) || ' seconds'), 'act ' || (i % 20), 'consultation ' || hex(randomblob(16)),
            '{{"guideline":"some-guideline","number":' || i || '}}', lower(hex(randomblob(32))) FROM n
    """,
    "postgresql": """
        INSERT INTO guidelines_entry (at, act, subject, detail, leaf)
        SELECT timestamptz '2026-01-01' + i * interval '30 seconds', 'act ' || i % 20,
            'consultation ' || gen_random_uuid(), '{{"guideline":"some-guideline","number":' || i || '}}',
            md5(i::text) || md5(i::text || 'x') FROM generate_series(1, {entries}) i
    """,
}
SEAL = """
    INSERT INTO guidelines_leaf ("index", entry_id, head_id)
    SELECT row_number() OVER (ORDER BY id) - 1, id, 1 FROM guidelines_entry
"""


def figures():
    """Yield what was measured, by name."""
    with full() as name:
        times, spent = growth(name)
        yield "appending", f"{times:.2f} times with a million entries (goal: at most 1.1); {spent:.2f} ms each"
        with databases.pointed_at(name):
            yield "sealing", f"{sealing() * 1000:.0f} ms for {BATCH} new entries above a million"
    if connection.vendor == "postgresql":
        yield "four writers", f"{told('append')} (goal: at least 2)"
        yield "the database's own limit", f"{told('insert')}, plain INSERTs of the same size"
    else:
        yield "four writers", "SQLite has one writer at a time"


@contextmanager
def full():
    """Have a copy of the database with a million entries."""
    with tempfile.TemporaryDirectory() as folder:
        name = databases.duplicate_on_disk(Path(folder))
        try:
            with databases.pointed_at(name):
                run(FILL[connection.vendor].format(entries=ENTRIES), "ANALYZE guidelines_entry")
                rest()
            yield name
        finally:
            databases.drop(name)


def run(*statements):
    """Run statements."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def rest():
    """Let PostgreSQL do now what it would do while we measure."""
    if connection.vendor == "postgresql":
        run("VACUUM guidelines_entry", "CHECKPOINT")


def growth(name):
    """Return how many times longer an append takes with a million entries than with few, and how many ms."""
    few, many = [], []
    for _ in range(ROUNDS):
        few.append(batch())
        with databases.pointed_at(name):
            many.append(batch())
    return median(b / a for a, b in zip(few, many, strict=True)), median(many) * 1000 / BATCH


def batch():
    """Return how long some appends take, each a transaction, on a connection that is warm."""
    append()
    began = perf_counter()
    for _ in range(BATCH):
        append()
    return perf_counter() - began


def append():
    """Append an entry like any other."""
    ledger.append("view", by=None, subject="consultation 0", detail={"guideline": "some-guideline"}, at=timezone.now())


def sealing():
    """Return how long it takes to seal a few entries above a million that are sealed."""
    newest = Entry.objects.latest("pk").pk
    edge = Frontier(count := Entry.objects.count(), (b"\0" * 32,) * count.bit_count())
    head = TreeHead(number=1, size=edge.size, root=edge.root().hex(), at=timezone.now(), reached=newest, settled=newest)
    head.frontier = "".join(peak.hex() for peak in edge.peaks)
    head.save(force_insert=True)
    run(SEAL, "ANALYZE guidelines_leaf")
    taken = []
    for _ in range(5):
        batch()
        began = perf_counter()
        ledger.seal(at=timezone.now())
        taken.append(perf_counter() - began)
    return median(taken)


def told(how):
    """Say how many rows a second one writer and four writers put in."""
    one, four = rate(1, how), rate(WRITERS, how)
    return f"{four / one:.2f} times one writer's throughput: {four:.0f} and {one:.0f} a second"


def rate(number, how):
    """Return how many rows a second that many processes put in, all together."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.bench.writer", how]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    writers = [subprocess.Popen(command, **pipes) for _ in range(number)]
    for writer in writers:
        writer.stdout.readline()
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    return sum(float(writer.communicate()[0]) for writer in writers)
