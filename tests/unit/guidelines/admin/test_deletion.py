"""A row in use stays, and the page says who uses it; a row that nothing needs goes, with its place in guidelines."""

import pytest
from django.utils.html import strip_tags

from guidelines.models import DoseRange, Drug, Fact, FactMember, Guideline, Inclusion, Population, Reference, Treatment
from tests.factories import edition
from tests.unit.guidelines.admin import desk as form


@pytest.mark.parametrize(
    ("model", "code", "said"),
    [
        (
            Population,
            "child",
            ["Alerts that name it: child", "Populations that name it: adult_not_pregnant, everybody"],
        ),
        (
            Reference,
            "R10",
            ["Alerts that name it: child", "Drug classes that name it: soothers", "Treatments that name it: calmol"],
        ),
        (Drug, "soothol", ["Drug classes that name it: soothers", "Cases that name it: V01b"]),
        (Treatment, "calmol", ["Options that name it: calmol_second", "Cases that name it: V01, V01b, V02"]),
        (Fact, "weight", ["Facts that name it: bmi", "Cases that name it: V01, V01b, V02"]),
    ],
)
def test_a_row_in_use_stays_and_its_users_are_named(desk, model, code, said):
    row = model.objects.get(pk=code)
    page = strip_tags(form.delete(desk, row).content.decode())
    assert [sentence for sentence in said if sentence not in page] == []
    assert model.objects.filter(pk=code).exists()


def test_a_drug_that_only_a_list_of_codes_names_stays(desk):
    drug = Drug.objects.create(code="hum", name="Hum")
    Population.objects.get(pk="takes_soother").lines.update(values=("soothers", "hum"))
    page = form.delete(desk, drug).content.decode()
    assert "Populations that name it: takes_soother" in strip_tags(page)
    assert Drug.objects.filter(pk="hum").exists()


def test_a_row_that_its_guideline_needs_stays(desk):
    fact = Fact.objects.get(pk="jurisdiction")
    fact.choices.all().delete()
    page = form.delete(desk, fact).content.decode()
    assert "Cannot delete" in page
    assert Fact.objects.filter(pk="jurisdiction").exists()


def test_a_row_that_nothing_needs_goes_with_its_place(desk):
    reference = Reference.objects.create(code="R11", kind="trial", title="More hiccups", verification="primary")
    Inclusion.objects.create(guideline_id="hiccups", section="references", code="R11", position=3)
    assert form.delete(desk, reference).status_code == 302
    assert not Reference.objects.filter(pk="R11").exists()
    assert not Inclusion.objects.filter(code="R11").exists()


def test_the_parts_of_a_row_go_with_it(desk):
    assert form.delete(desk, DoseRange.objects.get(pk="calmol_light")).status_code == 302
    assert not DoseRange.objects.filter(pk="calmol_light").exists()
    assert FactMember.objects.exists()


def test_a_guideline_with_an_edition_stays(desk, editor, hiccups):
    edition.make(by=editor)
    page = form.delete(desk, hiccups).content.decode()
    assert "Editions of it are on record (1) and stay for ever" in strip_tags(page)
    assert Guideline.objects.exists()
