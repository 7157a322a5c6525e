"""How each database is opened."""

import pytest
from django.db import connection
from environ import Env

from config import database


@pytest.mark.parametrize(
    ("release", "mode"),
    [
        ((3, 40, 1), "TRUNCATE"),
        ((3, 44, 5), "TRUNCATE"),
        ((3, 44, 6), "WAL"),
        ((3, 46, 0), "TRUNCATE"),
        ((3, 50, 6), "TRUNCATE"),
        ((3, 50, 7), "WAL"),
        ((3, 51, 2), "TRUNCATE"),
        ((3, 51, 3), "WAL"),
        ((3, 52, 0), "WAL"),
    ],
)
def test_write_ahead_logging_only_where_sqlite_keeps_it_intact(release, mode):
    assert database.journal_mode(release) == mode


def test_another_kind_of_database_is_refused_in_words():
    with pytest.raises(database.Unusable, match="postgres://"):
        database.opened(Env.db_url_config("mysql://root@localhost/advisor"), keep_connections=False)


def test_the_folder_of_a_database_file_is_made(tmp_path):
    database.make_room({"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "var" / "db.sqlite3"})
    assert (tmp_path / "var").is_dir()


@pytest.mark.only_on("sqlite")
def test_what_was_committed_survives_a_power_cut_on_sqlite(fresh_database):
    with connection.cursor() as cursor:
        told = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "journal_mode", "foreign_keys")
        }
    assert told == {"synchronous": 2, "journal_mode": database.journal_mode().lower(), "foreign_keys": 1}
