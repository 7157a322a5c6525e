"""Tampering: what somebody with the database in their hands could do to an edition or to the ledger."""

import hashlib

from django.db import connection


BREAK_THE_SEAL = {
    "sqlite": ("DROP TRIGGER IF EXISTS {table}_refuses_update", "DROP TRIGGER IF EXISTS {table}_refuses_delete"),
    "postgresql": ("DROP TRIGGER IF EXISTS {table}_refuses_change ON {table}",),
}


def alter(edition, old, new):
    """Change the text of one edition behind its digest."""
    assert old in edition.document
    change(edition, document=edition.document.replace(old, new))


def alter_with_digest(edition, old, new):
    """Change the text of one edition and its digest too."""
    text = edition.document.replace(old, new)
    change(edition, document=text, sha256=hashlib.sha256(text.encode()).hexdigest())


def change(row, **fields):
    """Change a row of a sealed table, whatever it holds."""
    break_seal(type(row))
    type(row).objects.filter(pk=row.pk).update(**fields)


def remove(row):
    """Remove a row of a sealed table."""
    break_seal(type(row))
    type(row).objects.filter(pk=row.pk).delete()


def break_seal(model):
    """Take away the database's refusal to change or remove the rows of a table."""
    connection.check_constraints()
    with connection.cursor() as cursor:
        for statement in BREAK_THE_SEAL[connection.vendor]:
            cursor.execute(statement.format(table=model._meta.db_table))
