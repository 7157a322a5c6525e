"""The rules of the house about records: each model is editable, append-only or immutable, and the database agrees."""

import importlib

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, models, transaction


OURS = ("accounts", "guidelines", "advisor")

# Rows that people change: the working copy, the accounts, and answers under way.
WORKING_COPY = """
    alert case cell contraindication disagreement doserange drug drugclass effectestimate fact factchoice factinput
    factmember factunit guideline identifier impossible inclusion interest line maker monitoring option population
    position reference rendering safety source statement strength synonym titration topic treatment
"""
EDITABLE = {"accounts.user", "advisor.draft"} | {f"guidelines.{name}" for name in WORKING_COPY.split()}
# Rows that are only ever added to; the database refuses the rest.
SEALED = """
    acknowledgement authorship comment consultation contribution contributor entry leaf recall resolution response
    reviewstep settlement stake treehead
"""
OF_ADVISOR = {"acknowledgement", "consultation", "recall", "response", "settlement"}
APPEND_ONLY = {f"{'advisor' if name in OF_ADVISOR else 'guidelines'}.{name}" for name in SEALED.split()}
# Rows that never change once written, one per thing they freeze.
IMMUTABLE = {"guidelines.edition"}

# Times that state no act of a person.
TIMES_OF_NO_ACT = set()


def ours():
    return [model for label in OURS for model in apps.get_app_config(label).get_models(include_auto_created=True)]


def labels():
    return {model._meta.label_lower for model in ours() if not model._meta.auto_created}


def test_every_model_is_declared_once():
    declared = [*EDITABLE, *APPEND_ONLY, *IMMUTABLE]
    assert sorted(declared) == sorted(labels()), "declare each model as editable, append-only or immutable in this file"


@pytest.mark.django_db
@pytest.mark.parametrize("label", sorted(APPEND_ONLY | IMMUTABLE))
@pytest.mark.parametrize("statement", ["UPDATE {table} SET {key} = {key}", "DELETE FROM {table}"])
def test_the_database_refuses_to_change_a_sealed_row(label, statement):
    """Each sealed model has a factory module of its own name under tests/factories, with a make()."""
    model = apps.get_model(label)
    row = importlib.import_module(f"tests.factories.{model._meta.model_name}").make()
    sql = statement.format(table=model._meta.db_table, key=model._meta.pk.column)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert model._base_manager.filter(pk=row.pk).exists()


@pytest.mark.django_db
@pytest.mark.only_on("postgresql")
@pytest.mark.parametrize("label", sorted(APPEND_ONLY | IMMUTABLE))
def test_the_database_refuses_to_empty_a_sealed_table(label):
    table = apps.get_model(label)._meta.db_table
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {table} CASCADE")


@pytest.mark.parametrize("model", ours(), ids=lambda model: model._meta.label_lower)
def test_every_time_of_an_act_says_whose(model):
    names = {field.name for field in model._meta.get_fields()}
    times = [f.name for f in model._meta.fields if isinstance(f, models.DateTimeField) and f.name.endswith("_at")]
    alone = [name for name in times if f"{name.removesuffix('_at')}_by" not in names]
    assert {f"{model._meta.label_lower}.{name}" for name in alone} <= TIMES_OF_NO_ACT


@pytest.mark.django_db
def test_no_migration_is_pending():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
