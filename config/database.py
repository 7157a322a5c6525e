"""How each database is opened so that what was committed is there after a power cut."""

import sqlite3
from pathlib import Path


# Before this release two connections that write or checkpoint at once can corrupt a WAL database.
# The fix was carried back to two older lines.
WAL_IS_SAFE_FROM = (3, 51, 3)
WAL_IS_SAFE_IN_LINES = {(3, 44): 6, (3, 50): 7}


class Unusable(ValueError):
    """The database address names something the product does not run on."""


def journal_mode(version=sqlite3.sqlite_version_info):
    """Return the fastest SQLite journal mode that this release of SQLite keeps intact."""
    version = tuple(version[:3])
    patch_needed = WAL_IS_SAFE_IN_LINES.get(version[:2])
    safe = version >= WAL_IS_SAFE_FROM or (patch_needed is not None and version[2] >= patch_needed)
    return "WAL" if safe else "TRUNCATE"


def opened(database, *, keep_connections):
    """Return Django's settings for one parsed database address; raise Unusable for another kind of database."""
    vendor = database["ENGINE"].rpartition(".")[2]
    if vendor == "sqlite3":
        return database | {"OPTIONS": sqlite_options()}
    if vendor == "postgresql":
        kept = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True} if keep_connections else {}
        return database | kept | {"OPTIONS": {"connect_timeout": 2} | database.get("OPTIONS", {})}
    raise Unusable(f"DATABASE_URL names {vendor}. Use sqlite:///path/to/file.sqlite3 or postgres://user@host/name.")


def sqlite_options():
    """Return the options under which SQLite waits for a writer, never deadlocks and survives a power cut."""
    pragmas = [f"journal_mode={journal_mode()}", "synchronous=FULL", "foreign_keys=ON"]
    # Without it INSERT OR REPLACE removes a sealed row and no trigger hears of it.
    pragmas.append("recursive_triggers=ON")
    return {
        "timeout": 5,
        "transaction_mode": "IMMEDIATE",
        "init_command": " ".join(f"PRAGMA {pragma};" for pragma in pragmas),
    }


def make_room(opened_database):
    """Make the folder that a SQLite file stands in, so that a first run need not."""
    name = str(opened_database["NAME"])
    if opened_database["ENGINE"].endswith("sqlite3") and name != ":memory:":
        Path(name).parent.mkdir(parents=True, exist_ok=True)
