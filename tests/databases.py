"""Copies of a migrated database, for tests that need real transactions or a live server.

The append-only seals refuse the flush that Django ends such tests with, so each gets a copy and throws it away.
"""

import shutil
import sqlite3
import uuid
from contextlib import contextmanager
from pathlib import Path

from django.db import connection


# A disk in memory: there SQLite waits for no disk, and is asked no less to do so.
MEMORY = Path("/dev/shm")
ROOM = 2**30


def duplicate(folder):
    """Copy the database that the connection is at, in memory where there is room; return the copy's name."""
    if connection.vendor == "sqlite" and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        folder = MEMORY / f"advisor_{uuid.uuid4().hex}"
        folder.mkdir()
    return duplicate_on_disk(folder)


def duplicate_on_disk(folder):
    """Copy the database that the connection is at into a folder or on its server; return the copy's name."""
    name = f"advisor_copy_{uuid.uuid4().hex}"
    if connection.vendor == "sqlite":
        return duplicate_file(str(folder / f"{name}.sqlite3"))
    source = connection.settings_dict["NAME"]
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
    return name


def duplicate_file(path):
    """Copy a SQLite database, in memory or not, into a file; return its path."""
    connection.ensure_connection()
    target = sqlite3.connect(path)
    with target:
        connection.connection.backup(target)
    target.close()
    return path


def end_other_sessions():
    """Hang up on whoever is still connected to the test database: a browser test's event loop may hold a session."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


def drop(name):
    """Throw a copy away."""
    if connection.vendor == "sqlite":
        Path(name).unlink()
        if MEMORY in Path(name).parents:
            shutil.rmtree(Path(name).parent)
        return
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def pointed_at(name):
    """Point every connection of this process, also of threads to come, at another database for a while."""
    held = connection.connection, connection.settings_dict["NAME"]
    in_memory = connection.vendor == "sqlite" and connection.is_in_memory_db()
    if not in_memory:
        connection.close()
    connection.connection, connection.settings_dict["NAME"] = None, name
    try:
        yield
    finally:
        connection.close()
        # A database in memory lives as long as its handle.
        connection.connection, connection.settings_dict["NAME"] = (held[0] if in_memory else None), held[1]


@contextmanager
def copy_of(source, folder):
    """Work on a fresh copy of a named database, and drop it afterwards."""
    with pointed_at(source):
        name = duplicate(folder)
    try:
        with pointed_at(name):
            yield name
    finally:
        drop(name)
