"""The preview shows the working copy as a clinician would see it, under a watermark, and records no consultation."""

import pytest
from django.utils.html import strip_tags

from advisor.models import Consultation
from guidelines.models import Alert, Case, DoseRange, Entry, Line
from tests.factories import edition, guideline


PREVIEW = "/preview/hiccups/"
MARK = "Preview: working copy, not approved, not for patients"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    guideline.make()
    return client


def text(page):
    return " ".join(strip_tags(page.content.decode()).split())


def test_it_begins_with_the_first_page_of_the_guideline(desk):
    page = text(desk.get(PREVIEW))
    assert MARK in page
    assert "Bottom line" in page
    assert "Start a consultation" not in page
    assert "Reviewed by" not in page


def test_a_treatment_is_shown_as_the_working_copy_tells_it(desk):
    DoseRange.objects.filter(pk="calmol_heavy").update(maximum=31)
    page = text(desk.get(f"{PREVIEW}treatments/calmol/"))
    assert MARK in page
    assert "Maximum: 31 mg/day" in page
    assert desk.get(f"{PREVIEW}treatments/aspirin/").status_code == 404


def test_a_case_is_shown_as_a_clinician_would_see_it(desk):
    page = text(desk.post(PREVIEW, {"chosen": "V01"}))
    assert MARK in page
    assert "Persistent hiccups: recommendation" in page
    assert "A glass of water" in page
    assert "nothing: a preview is not recorded" in page


def test_it_shows_an_edit_that_no_edition_has(desk, editor):
    edition.make(by=editor)
    DoseRange.objects.filter(pk="calmol_heavy").update(maximum=30)
    Case.objects.filter(code="V01").update(expects="offer: calmol")
    assert "30 mg/day" in text(desk.post(PREVIEW, {"chosen": "V01"}))


def test_nothing_is_recorded_but_that_somebody_looked(desk, editor):
    desk.post(PREVIEW, {"chosen": "V01"})
    assert not Consultation.objects.exists()
    assert [(entry.act, entry.by) for entry in Entry.objects.all()] == [("preview", editor)]


def test_a_patient_is_written_in_the_notation_of_cases(desk):
    page = text(desk.post(PREVIEW, {"answers": "age: 30\nsex: female\npregnant: yes\nweight: 60"}))
    assert "Ruled out for this patient" in page
    assert '"age' not in Entry.objects.get().detail


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("", "Choose a case, or write a patient of your own."),
        ("age: forty", "This cannot be read. age: forty is not a number."),
        ("size: 80", "there is no fact"),
        ("age: 400", "400 years is implausible"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_shown(desk, answers, said):
    page = desk.post(PREVIEW, {"answers": answers})
    assert page.status_code == 422
    assert said in text(page)
    assert not Entry.objects.exists()


def test_a_withholding_alert_is_acknowledged_for_the_page_alone(desk):
    Alert.objects.update(effect="withhold", population="everybody")
    page = desk.post(PREVIEW, {"chosen": "V01"})
    assert "A glass of water" not in text(page)
    assert "Go on as a clinician who has seen this" in text(page)
    seen = desk.post(PREVIEW, {"chosen": "V01", "acknowledged": Alert.objects.get().code})
    assert "A glass of water" in text(seen)


def test_a_guideline_that_is_not_sound_says_what_is_wrong(desk):
    Line.objects.filter(parent="takes_soother").update(values=("nothing",))
    page = desk.get(PREVIEW)
    assert page.status_code == 409
    assert "takes_soother" in text(page)


def test_a_guideline_that_is_not_there_is_not_found(desk):
    assert desk.get("/preview/sneezing/").status_code == 404


def test_a_reviewer_may_look_and_a_clinician_not(client, reviewer, clinician):
    guideline.make()
    client.force_login(reviewer)
    assert client.get(PREVIEW).status_code == 200
    client.force_login(clinician)
    assert client.get(PREVIEW).status_code == 403
