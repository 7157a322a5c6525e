"""Seals: a sealed table takes new rows and nothing else, also after a migration has altered it."""

import pytest
from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import IntegrityError, connection, models, transaction

from guidelines import seals
from guidelines.models import Entry
from tests.factories import consultation, entry, treehead


def refused(change):
    """Tell whether the database refuses a change, in a sentence."""
    try:
        with transaction.atomic():
            change()
    except IntegrityError as error:
        return "are only ever added" in str(error)
    return False


def alter(table, name):
    """Alter a table as a later migration may."""
    field = table._meta.get_field(name)
    longer = models.CharField(max_length=field.max_length + 1)
    longer.set_attributes_from_name(name)
    longer.model = table
    with connection.schema_editor() as editor:
        editor.alter_field(table, field, longer)


@pytest.mark.django_db
def test_a_sealed_row_cannot_be_changed_or_removed():
    entry.make()
    assert refused(lambda: Entry.objects.update(act="nothing"))
    assert refused(lambda: Entry.objects.all().delete())
    assert Entry.objects.get().act == "knock"


@pytest.mark.django_db
@pytest.mark.only_on("sqlite")
def test_a_sealed_row_cannot_be_replaced_by_inserting_another_in_its_place():
    entry.make()
    columns = ", ".join(f'"{field.column}"' for field in Entry._meta.concrete_fields)
    copy = f'INSERT OR REPLACE INTO "{Entry._meta.db_table}" ({columns}) SELECT {columns} FROM "{Entry._meta.db_table}"'
    assert refused(lambda: connection.cursor().execute(copy))


@pytest.mark.only_on("postgresql")
def test_a_sealed_table_cannot_be_emptied(fresh_database):
    entry.make()
    assert refused(lambda: connection.cursor().execute(f'TRUNCATE "{Entry._meta.db_table}" CASCADE'))


@pytest.mark.parametrize(("made", "name"), [(entry, "subject"), (treehead, "root"), (consultation, "engine")])
def test_the_seals_are_whole_again_after_a_migration_altered_the_table(fresh_database, made, name):
    table = type(made.make())
    alter(table, name)
    if connection.vendor == "sqlite":
        # This is the trap: the triggers are gone without a word until the signal makes them again.
        assert not refused(lambda: table.objects.update(**{name: "changed"}))
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    assert refused(lambda: table.objects.update(**{name: "again"}))
    assert refused(lambda: table.objects.all().delete())


def test_sealing_twice_is_sealing_once(fresh_database):
    seals.renew(sender=None, using="default")
    seals.renew(sender=None, using="default")
    entry.make()
    assert refused(lambda: Entry.objects.all().delete())


def test_every_model_that_asks_for_it_is_sealed_in_whichever_app():
    asked = {model._meta.db_table for model in apps.get_models() if getattr(model, "sealed", False)}
    assert seals.sealed_tables() == asked >= {"guidelines_edition", "guidelines_reviewstep", "guidelines_entry"}
