"""Seals: database triggers that let the rows of an append-only table be added and read, and nothing else.

A model is sealed by the class attribute `sealed = True`, in whichever app it stands. The triggers are made again after
every migration, because a migration that alters a table on SQLite drops them without a word.
"""

from django.apps import apps
from django.db import connections


# One function serves every table on PostgreSQL; the code says that a rule was broken, as SQLite's ABORT does.
REFUSAL = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The rows of % are only ever added; they cannot be changed or removed.', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$
"""


def renew(sender, using, **_):
    """Make the triggers of every sealed table that exists; connected to the end of every migration."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    statements = STATEMENTS[connection.vendor]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(REFUSAL)
        for table in sorted(sealed_tables() & tables):
            for statement in statements(table):
                cursor.execute(statement)


def sealed_tables():
    """Return the names of the tables whose models are sealed."""
    return {model._meta.db_table for model in apps.get_models() if getattr(model, "sealed", False)}


def on_sqlite(table):
    """Yield the statements that seal a table on SQLite."""
    for event in ("UPDATE", "DELETE"):
        name = f"{table}_refuses_{event.lower()}"
        yield f'DROP TRIGGER IF EXISTS "{name}"'
        yield (
            f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" BEGIN SELECT RAISE(ABORT, '
            f"'The rows of {table} are only ever added; they cannot be changed or removed.'); END"
        )


def on_postgresql(table):
    """Yield the statements that seal a table on PostgreSQL, against emptying it too."""
    yield (
        f'CREATE OR REPLACE TRIGGER "{table}_refuses_change" BEFORE UPDATE OR DELETE ON "{table}" '
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
    yield (
        f'CREATE OR REPLACE TRIGGER "{table}_refuses_truncate" BEFORE TRUNCATE ON "{table}" '
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


STATEMENTS = {"sqlite": on_sqlite, "postgresql": on_postgresql}
