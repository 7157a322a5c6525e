"""Assembly: rows become exactly the document that filled them, whatever else the tables hold."""

from dataclasses import fields
from enum import StrEnum
from typing import get_args

import pytest

from guidelines import assembly, models
from guidelines.assembly import RECORDS, TABLES, Shape
from guidelines.engine import document
from guidelines.engine.decoding import hints
from tests.factories import guideline


def tables_and_records():
    """Every table with its record, parts of rows included."""
    pairs = [(TABLES[section], record) for section, record in RECORDS.items()]
    parts = [part for table, record in pairs for part in assembly.of_shape(Shape.ROWS, table, record)]
    return pairs + [(part.table, part.record) for part in parts]


def test_every_section_of_the_rulebook_has_its_table():
    assert set(TABLES) == set(RECORDS)


@pytest.mark.parametrize(("table", "record"), tables_and_records())
def test_every_field_of_a_record_has_its_column(table, record):
    names = {field.name for field in table._meta.get_fields()}
    flat = assembly.of_shape(Shape.FLAT, table, record)
    wanted = {field.name for field in fields(record)} - {part.name for part in flat}
    wanted |= {f"{part.name}_{inner.name}" for part in flat for inner in fields(part.record)}
    assert wanted <= names


@pytest.mark.parametrize(("table", "record"), tables_and_records())
def test_an_editor_can_choose_exactly_the_words_that_the_engine_reads(table, record):
    for name, hint in hints(record).items():
        words = next((kind for kind in (hint, *get_args(hint)) if isinstance(kind, type)), None)
        if words and issubclass(words, StrEnum):
            assert {value for value, _ in table._meta.get_field(name).choices} == set(words)


@pytest.mark.parametrize("table", [model for model in vars(models).values() if hasattr(model, "_meta")])
def test_every_column_explains_itself_to_an_editor(table):
    mute = [f.name for f in table._meta.get_fields() if f.concrete and f.name != "id" and not f.help_text]
    assert mute == []


@pytest.mark.django_db
def test_rows_become_the_document_that_filled_them():
    assert assembly.assembled(guideline.make()) == guideline.content()


@pytest.mark.django_db
def test_the_document_of_the_rows_is_a_sound_rulebook():
    plain = assembly.assembled(guideline.make())
    assert document.written(document.read(plain)) == plain


@pytest.mark.django_db
def test_a_row_of_the_catalogue_that_no_guideline_includes_is_in_no_document():
    made = guideline.make()
    models.Topic.objects.create(code="gossip", title="Gossip")
    assert assembly.assembled(made) == guideline.content()


@pytest.mark.django_db
def test_rows_stand_in_the_order_that_the_editor_gave_them():
    made = guideline.make()
    made.inclusions.filter(section="facts", code="age").update(position=100)
    assert assembly.assembled(made)["facts"][-1]["code"] == "age"


@pytest.mark.django_db
def test_an_unsound_working_copy_is_assembled_as_it_is():
    made = guideline.make()
    models.Option.objects.filter(code="water_first").update(strength="")
    options = {option["code"]: option for option in assembly.assembled(made)["options"]}
    assert "strength" not in options["water_first"]


@pytest.mark.django_db
def test_other_guidelines_cost_no_further_statements(django_assert_num_queries, django_assert_max_num_queries):
    made = guideline.make()
    with django_assert_max_num_queries(77) as alone:
        assembly.assembled(made)
    for number in range(3):
        guideline.make(slug=f"hiccups-{number}")
    with django_assert_num_queries(len(alone)):
        assembly.assembled(made)


def test_sources_stand_in_the_order_in_which_people_count():
    assert sorted(["R10", "R9/unverified", "practice", "R9"], key=assembly.natural) == [
        "R9",
        "R9/unverified",
        "R10",
        "practice",
    ]
