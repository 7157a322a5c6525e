"""The working copy: filled from a document, never at the cost of what other guidelines share."""

import pytest

from guidelines import assembly, models, working_copy
from guidelines.engine import document
from tests.factories import guideline


pytestmark = pytest.mark.django_db


def test_filling_twice_leaves_one_of_everything():
    guideline.make()
    before = {name: table.objects.count() for name, table in assembly.TABLES.items()}
    working_copy.fill(guideline.content(), replace=True)
    assert {name: table.objects.count() for name, table in assembly.TABLES.items()} == before


def test_a_changed_row_keeps_its_key_and_loses_its_old_parts():
    guideline.make()
    key = models.Statement.objects.get().pk
    changed = guideline.content()
    changed["dose_ranges"][1]["titration"] = [{"day": 1, "dose": 5}]
    changed["statements"][0]["text"] = "Wait."
    made, written = working_copy.fill(changed, replace=True)
    assert assembly.assembled(made) == changed
    assert written == [("dose_ranges", "calmol_heavy")]
    assert models.Statement.objects.get().pk == key


def test_a_row_that_is_no_longer_named_goes():
    guideline.make()
    smaller = guideline.content()
    del smaller["disagreements"]
    smaller["positions"] = [row for row in smaller["positions"] if row["code"] != "agency_2021"]
    working_copy.fill(smaller, replace=True)
    assert not models.Position.objects.filter(code="agency_2021").exists()
    assert not models.Disagreement.objects.exists()


def test_a_row_that_another_guideline_includes_stays():
    guideline.make()
    guideline.make(slug="more-hiccups")
    smaller = guideline.content()
    del smaller["monitoring"]
    working_copy.fill(smaller, replace=True)
    assert models.Monitoring.objects.filter(code="calmol_sleep").exists()


def test_rows_that_name_each_other_go_together():
    guideline.make()
    smaller = guideline.content()
    for section in ("impossible", "contraindications"):
        del smaller[section]
    gone = {"newborn_pregnant", "pregnant", "takes_soother"}
    smaller["populations"] = [row for row in smaller["populations"] if row["code"] not in gone]
    working_copy.fill(smaller, replace=True)
    assert not models.Population.objects.filter(code__in=gone).exists()


def test_guidelines_share_a_row_that_says_the_same():
    guideline.make()
    guideline.make(slug="more-hiccups")
    assert models.Treatment.objects.filter(code="water").count() == 1


def test_a_shared_row_that_would_say_something_else_is_refused_by_name():
    guideline.make()
    other = guideline.content(slug="more-hiccups")
    other["treatments"][0]["name"] = "A glass of milk"
    with pytest.raises(working_copy.Conflict, match=r"treatments\[water\]"):
        working_copy.fill(other, replace=True)


def test_a_row_of_the_catalogue_alone_is_replaced_only_on_request():
    models.Topic.objects.create(code="patient", title="Somebody")
    with pytest.raises(working_copy.Conflict, match=r"topics\[patient\]"):
        working_copy.fill(guideline.content())
    working_copy.fill(guideline.content(), replace=True)
    assert models.Topic.objects.get().title == "The patient"


@pytest.mark.parametrize(
    ("section", "field", "value", "message"),
    [
        ("treatments", "kind", "potion", "potion"),
        ("treatments", "name", "long " * 60, "at most 200"),
        ("dose_ranges", "step_days", -1, "greater than or equal to 0"),
        ("drugs", "code", "two words", "no spaces"),
        ("references", "doi", "https://doi.org/10.1", "begins with 10"),
    ],
)
def test_what_a_table_cannot_hold_is_refused_where_it_stands(section, field, value, message):
    odd = guideline.content()
    odd[section][0][field] = value
    with pytest.raises(document.Unreadable, match=message) as refusal:
        working_copy.fill(odd)
    assert refusal.value.faults[0].place.startswith(f"document.{section}[{odd[section][0]['code']}]")


def test_every_reference_can_be_a_source_in_three_ways():
    guideline.make()
    codes = set(models.Source.objects.filter(reference="R9").values_list("code", flat=True))
    assert codes == {"R9", "R9/secondary", "R9/unverified"}
