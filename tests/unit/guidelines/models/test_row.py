"""Rows: new ones go last, line ends are tidy, and what is named cannot be deleted."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import RestrictedError

from guidelines import models
from tests.factories import guideline


pytestmark = pytest.mark.django_db


def test_a_new_row_goes_last():
    made = guideline.make()
    option = models.Option.objects.create(
        guideline=made, code="again", treatment_id="water", population_id="child", line=2, rank=2
    )
    assert option.position == 3


def test_a_new_part_goes_last_among_the_parts_of_its_row():
    guideline.make()
    step = models.Titration.objects.create(parent_id="calmol_heavy", day=9, dose=30)
    assert step.position == 3


def test_line_ends_are_written_in_one_way():
    case = models.Case(code="V1", title="A patient", answers="age: 4\r\nsex: male", expects="first: water")
    case.clean()
    assert case.answers == "age: 4\nsex: male"


@pytest.mark.parametrize(
    "row",
    [
        models.Drug(code="calmol"),
        models.Treatment(code="calmol"),
        models.DrugClass(code="soothers"),
        models.Population(code="pregnant"),
        models.Reference(code="R10"),
        models.Position(code="society_2020"),
    ],
    ids=lambda row: row._meta.model_name,
)
def test_a_row_that_another_names_cannot_be_deleted(row):
    guideline.make()
    with pytest.raises(RestrictedError):
        row.delete()


def test_a_reference_that_nothing_cites_can_be_deleted():
    models.Reference.objects.create(code="R77", kind="trial", title="Unused", verification="primary")
    models.Reference.objects.get(code="R77").delete()
    assert not models.Source.objects.filter(code__startswith="R77").exists()


def test_a_new_reference_can_be_cited_at_once():
    models.Reference.objects.create(code="R77", kind="trial", title="New", verification="primary")
    assert models.Source.objects.get(code="R77/secondary").verification == "secondary"


def test_practice_and_editorial_proposals_can_be_cited_from_the_start():
    standing = models.Source.objects.filter(reference=None).values_list("code", "verification")
    assert set(standing) == {("practice", "unverified"), ("editorial", "unverified")}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (models.Line(), "Choose a fact with a condition, or a population"),
        (models.Line(fact_id="age", population_id="child"), "but not both"),
        (models.Line(population_id="child", number=3), "takes no condition, number or values"),
        (models.Line(fact_id="age"), "Say what must hold"),
        (models.Line(fact_id="age", op="lt"), "A comparison needs a number"),
        (models.Line(fact_id="pregnant", op="yes", number=1), "nothing else takes one"),
        (models.Line(fact_id="takes", op="at_least", values=("herbs",)), "so does a count"),
        (models.Line(fact_id="takes", op="at_least", number=2), "needs at least one code"),
        (models.Line(fact_id="takes", op="includes", values=("herbs",), besides=("mint",)), "can leave some out"),
        (models.Line(fact_id="age", op="ge", number=2, or_taking_id="tried"), "count what is still taken"),
        (models.Line(population_id="child", besides=("mint",)), "takes no condition, number or values"),
        (models.Line(fact_id="sex", op="in"), "needs at least one code"),
        (models.Fact(kind="number"), "A number needs a unit"),
        (models.Fact(kind="number", unit="a", refuse_low=9, refuse_high=1), "9 is above 1; exchange"),
        (models.FactUnit(divide_by=0), "Write a number above 0"),
        (models.Treatment(kind="drug"), "Say which drug it contains"),
        (models.DoseRange(usual_low=5, usual_high=2), "5 is above 2; exchange"),
        (models.DoseRange(band_low=5), "Say of which number"),
        (models.DoseRange(usual_high=50, maximum=40), "above the maximum of 40"),
        (models.EffectEstimate(low=5, high=4, value=4.5), "5 is above 4; exchange"),
        (models.EffectEstimate(), "Give the number, or say in words"),
        (models.Reference(url="www.example.org"), "Begin the address with https://"),
        (models.Reference(doi="doi:10.1"), "begins with 10"),
        (models.Reference(pmid="PMC1"), "has digits only"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_what_to_do(row, message):
    with pytest.raises(ValidationError, match=message):
        row.clean()
