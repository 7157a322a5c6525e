"""The journey of an edit: from the working copy, past its checks, into the next edition."""

import json

import pytest

from guidelines.models import DoseRange, Edition, Entry, Population, Statement
from tests.factories import edition, guideline
from tests.unit.guidelines.admin import desk as form


pytestmark = pytest.mark.django_db
SUBMIT = "/admin/guidelines/guideline/hiccups/submit/"


@pytest.fixture
def desk(client, editor):
    guideline.make()
    client.force_login(editor)
    return client


def maximum_in(number):
    document = json.loads(Edition.objects.get(number=number).document)
    return {row["code"]: row.get("maximum") for row in document["dose_ranges"]}["calmol_light"]


def test_a_new_dose_reaches_the_next_edition_and_no_earlier_one(desk):
    desk.post(SUBMIT)
    form.save(desk, DoseRange.objects.get(pk="calmol_light"), maximum="5")
    desk.post(SUBMIT)
    assert (maximum_in(1), maximum_in(2)) == (10, 5)


def test_the_ledger_tells_the_whole_journey(desk, editor):
    form.save(desk, DoseRange.objects.get(pk="calmol_light"), maximum="5")
    desk.post(SUBMIT)
    acts = list(Entry.objects.order_by("pk").values_list("act", "by"))
    assert [act for act, _by in acts] == ["row changed", "submit"]
    assert {by for _act, by in acts} == {editor.pk}


def test_an_edit_that_a_case_forbids_is_saved_and_not_submitted(desk):
    form.save(desk, DoseRange.objects.get(pk="calmol_heavy"), maximum="30")
    page = desk.post(SUBMIT).content.decode()
    assert "Dose: calmol start 10 max 40: max is 30" in page
    assert not Edition.objects.exists()


def test_a_refused_edit_keeps_what_was_typed_and_changes_nothing(desk):
    row = Population.objects.get(pk="takes_soother")
    page = form.save(desk, row, name="the patient takes anything", **{"lines-0-values": "nothing"})
    assert "the patient takes anything" in page.content.decode()
    assert Population.objects.get(pk="takes_soother").name == "the patient takes another soother"
    assert not Entry.objects.exists()


def test_a_reviewer_reads_what_was_edited(client, reviewer):
    edition.make()
    client.force_login(reviewer)
    page = client.get(form.address(Statement.objects.get())).content.decode()
    assert "Hiccups mostly stop." in page
    assert 'name="_save"' not in page
