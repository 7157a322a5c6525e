"""Why, and why not: every treatment of the edition with its arguments for one patient, for the clinician who asked."""

import pytest

from guidelines.models import Entry
from tests.factories import consultation, user
from tests.journeys.test_consultation import words


@pytest.fixture
def arguing(client, clinician, edition):
    client.force_login(clinician)
    past = consultation.make(by=clinician)
    address = f"/consultations/{past.pk}/treatments/"
    return lambda code="", **sought: client.post(address, sought) if sought else client.get(f"{address}{code}")


def test_the_recommendation_leads_to_the_arguments_of_each_treatment(client, clinician, edition):
    client.force_login(clinician)
    past = consultation.make(by=clinician)
    page = client.get(f"/consultations/{past.pk}/").content.decode()
    for address in ("", "calmol/", "water/"):
        assert f'href="/consultations/{past.pk}/treatments/{address}"' in page


def test_every_treatment_stands_with_its_verdict_and_what_decided_it(arguing):
    page = words(arguing())
    assert "Calmol Suitable Line 2 for" in page
    assert not Entry.objects.get(act="view").detail, "what was sought is kept nowhere"


@pytest.mark.parametrize("sought", ["calmol", "CALM", "  calmol ", "calmoll"])
def test_a_treatment_is_found_by_its_name_or_a_slip_of_it(arguing, sought):
    page = words(arguing(sought=sought))
    assert "Calmol Suitable" in page
    assert "1 treatment " in page


@pytest.mark.parametrize("sought", ["x" * 10_000, "\x00", "'; drop table advisor_consultation; --", "<script>"])
def test_whatever_is_typed_is_only_sought(arguing, sought):
    page = arguing(sought=sought)
    assert page.status_code == 200
    assert "advised against" in words(page)
    assert "<script>x" not in page.content.decode()


def test_nothing_is_sought_that_stands_in_the_address(client, clinician, edition):
    client.force_login(clinician)
    past = consultation.make(by=clinician)
    page = client.get(f"/consultations/{past.pk}/treatments/", {"sought": "nothing"})
    assert "Calmol Suitable" in words(page)
    assert 'value="nothing"' not in page.content.decode()


def test_what_is_not_in_the_edition_is_said_not_to_be_advised_on(arguing):
    page = arguing(sought="<b>nothing</b>")
    assert "It is not advised on here; that is not the same as advised against." in words(page)
    assert "<b>nothing" not in page.content.decode()


def test_a_treatment_tells_all_that_speaks_for_and_against_it_and_what_comes_next(arguing):
    page = words(arguing("calmol/"))
    assert "For it Place in the guideline: Line 2 for" in page
    assert "Dose for this patient Start 10 mg/day" in page
    assert "If it fails" in page
    assert "References (" in page


def test_what_is_ruled_out_tells_why_and_no_next_step(client, clinician, edition):
    client.force_login(clinician)
    failed = {"treatment": "calmol", "daily_dose": 40, "weeks": 9, "outcome": "none", "still_taking": False}
    past = consultation.make(by=clinician, tried=[failed])
    page = words(client.get(f"/consultations/{past.pk}/treatments/calmol/"))
    assert "Calmol Ruled out" in page
    assert "Against it Avoid: It was tried in vain. Drink." in page
    assert "If it fails" not in page


def test_a_treatment_that_the_edition_does_not_have_is_not_found(arguing):
    assert arguing("nothing/").status_code == 404


def test_nothing_is_argued_behind_an_alert(client, clinician, edition):
    client.force_login(clinician)
    past = consultation.make(by=clinician, choking=True)
    assert client.get(f"/consultations/{past.pk}/treatments/").url == f"/consultations/{past.pk}/"


def test_a_colleague_finds_neither_page(client, clinician, edition):
    past = consultation.make(by=clinician)
    client.force_login(user.Clinician())
    for address in ("", "calmol/"):
        assert client.get(f"/consultations/{past.pk}/treatments/{address}").status_code == 404
