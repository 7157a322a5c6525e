"""What a slow preparation makes, kept so that the next test gets it at once: documents, and rows of an empty catalogue.

That guidelines are filled in and submitted as they should be has tests of its own; hundreds only need one that was.
"""

import pickle
import re
from itertools import count

from django.db import connection, transaction

from guidelines.models import Authorship, Edition, Guideline


INSERTED = re.compile(r'INSERT [A-Z ]*INTO "(\w+)"')

_documents = {}
_kept = {}
_beginnings = count(1_000_000, 1_000_000)
_numbered = {}


def document(name, make):
    """Give the plain values that `make` gives, made once; each caller gets them anew, to change as they like."""
    if name not in _documents:
        _documents[name] = pickle.dumps(make())
    return pickle.loads(_documents[name])


def prepared(name, prepare):
    """Do what `prepare` does: by putting the rows there that it added when this process first did it, if there are such.

    They keep their numbers, which are far above those that a test's own rows get.
    """
    if any(model.objects.exists() for model in (Guideline, Edition, Authorship)):
        prepare()
    elif name in _kept:
        _put(*_kept[name])
    else:
        _number_from(next(_beginnings))
        before, tables = _rows(connection.introspection.django_table_names(only_existing=True)), {}
        with connection.execute_wrapper(_noting(tables)):
            prepare()
        added = [
            (table, columns, [row for row in rows if row not in before[table][1]])
            for table, (columns, rows) in _rows(tables).items()
        ]
        # A preparation within this one may have begun to number further on.
        _kept[name] = _numbered[connection.settings_dict["NAME"]], added


def _noting(tables):
    def execute(proceed, sql, params, many, context):
        if found := INSERTED.match(sql):
            tables.setdefault(found[1])
        return proceed(sql, params, many, context)

    return execute


def _put(beginning, added):
    # What a test adds comes after these rows by its number, too. SQLite sees to it by itself.
    if connection.vendor == "postgresql" and _numbered.get(connection.settings_dict["NAME"], 0) < beginning:
        _number_from(beginning + 500_000)
    with transaction.atomic(), connection.cursor() as cursor:
        for table, columns, rows in added:
            if rows:
                marks = ", ".join(["%s"] * len(rows[0]))
                cursor.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', rows)


def _rows(tables):
    with connection.cursor() as cursor:
        return {table: _rows_of(cursor, table) for table in tables}


def _rows_of(cursor, table):
    cursor.execute(f'SELECT * FROM "{table}"')
    return ", ".join(f'"{column[0]}"' for column in cursor.description), cursor.fetchall()


def _number_from(beginning):
    _numbered[connection.settings_dict["NAME"]] = beginning
    with connection.cursor() as cursor:
        for one in connection.introspection.sequence_list():
            if connection.vendor == "sqlite":
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [one["table"]])
                cursor.execute("INSERT INTO sqlite_sequence VALUES (%s, %s)", [one["table"], beginning])
            else:
                place = [f'"{one["table"]}"', one["column"], beginning]
                cursor.execute("SELECT setval(pg_get_serial_sequence(%s, %s), %s)", place)
