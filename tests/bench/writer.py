"""A writer: a fresh process that appends to the ledger for some seconds, or puts plain rows in, and tells its rate."""

import os
import sys
from time import perf_counter


SECONDS = 5
INSERT = "INSERT INTO guidelines_entry (at, act, subject, detail, leaf) VALUES (now(), %s, %s, %s, %s)"
ROW = ("view", "consultation 0", '{"guideline":"some-guideline"}', "0" * 64)


def main(how):
    """Say that it is ready, wait for the word, and print how many rows a second went in."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
    import django

    django.setup()
    put = {"append": appending, "insert": inserting}[how]()
    put()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    count, began = 0, perf_counter()
    while perf_counter() - began < SECONDS:
        put()
        count += 1
    sys.stdout.write(f"{count / (perf_counter() - began)}\n")


def appending():
    """Return the ledger's own append."""
    from tests.bench.appending import append

    return append


def inserting():
    """Return the plainest INSERT of the same row, each its own transaction."""
    from django.db import connection

    cursor = connection.cursor()
    return lambda: cursor.execute(INSERT, ROW)


if __name__ == "__main__":
    main(sys.argv[1])
