"""Readiness is asked and cases are run on pages of their own; what was found is kept until the guideline is edited."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from django.utils.html import strip_tags

from guidelines import assembly, readiness, rehearsal
from guidelines.admin import checkup
from guidelines.models import Case, DoseRange, Edition, Entry, Line, Option, Statement
from tests.unit.guidelines.admin import desk as form


READINESS = "/admin/guidelines/guideline/hiccups/readiness/"
REHEARSAL = "/admin/guidelines/guideline/hiccups/rehearsal/"


@pytest.fixture(autouse=True)
def _nothing_kept(db):
    cache.clear()


@pytest.fixture
def asked(monkeypatch):
    """How often readiness was really asked."""
    report, times = readiness.report, []
    monkeypatch.setattr(readiness, "report", lambda *args, **options: times.append(1) or report(*args, **options))
    return times


def text(page):
    return " ".join(strip_tags(page.content.decode()).split())


def test_what_stands_against_submitting_is_listed_with_the_row_to_mend(desk):
    Option.objects.filter(code="water_first").update(strength="", certainty="")
    page = desk.get(READINESS)
    assert "Not ready to submit" in text(page)
    assert f'<a href="{form.address(Option.objects.get(code="water_first"))}">Option “water_first”</a>' in (
        page.content.decode()
    )


def test_nothing_against_it_is_said_too(desk):
    assert "Nothing stands against submitting it." in text(desk.get(READINESS))


def test_a_part_of_the_page_is_given_alone(desk):
    page = desk.get(f"{READINESS}?part").content.decode()
    assert "Nothing stands against submitting it." in page
    assert "<html" not in page


def test_it_is_asked_once_until_the_guideline_is_edited(desk, hiccups, asked):
    desk.get(READINESS)
    desk.get(READINESS)
    assert "Nothing stands against" in text(desk.get(form.address(hiccups)))
    assert len(asked) == 1
    form.save(desk, Statement.objects.get(), text="Hiccups stop.")
    assert "edited since readiness was asked last" in text(desk.get(form.address(hiccups)))
    desk.get(READINESS)
    assert len(asked) == 2


def test_it_is_asked_anew_on_another_day(hiccups, asked):
    plain, now = assembly.assembled(hiccups), timezone.now()
    checkup.inspected(hiccups, plain, at=now)
    checkup.inspected(hiccups, plain, at=now + timedelta(days=1))
    assert len(asked) == 2


def test_what_was_found_of_a_row_stands_on_its_page(desk):
    Option.objects.filter(code="water_first").update(strength="", certainty="")
    desk.get(READINESS)
    page = text(desk.get(form.address(Option.objects.get(code="water_first"))))
    assert "What readiness finds here" in page
    assert "the guideline was edited since" not in page
    assert "to put right" in text(desk.get(form.listing(Option)))
    form.save(desk, Statement.objects.get(), text="Hiccups stop.")
    assert "edited since" in text(desk.get(form.address(Option.objects.get(code="water_first"))))


def test_nothing_is_said_of_a_row_before_readiness_was_asked(desk):
    assert "What readiness finds" not in text(desk.get(form.address(Option.objects.get(code="water_first"))))


def test_the_cases_are_run_on_the_working_copy_and_nothing_changes(desk, hiccups):
    DoseRange.objects.filter(pk="calmol_heavy").update(maximum=30)
    before = assembly.assembled(hiccups)
    page = desk.post(REHEARSAL)
    assert "do not get the advice that they must get" in text(page)
    assert "Dose: calmol start 10 max 40: max is 30" in text(page)
    assert f'href="{form.address(Case.objects.get(code="V01"))}"' in page.content.decode()
    assert assembly.assembled(hiccups) == before
    assert not Entry.objects.exists()
    assert not Edition.objects.exists()


def test_a_rehearsal_says_how_long_it_took_and_is_shown_until_the_next_edit(desk, hiccups):
    assert "The cases were not run since the last edit." in text(desk.get(form.address(hiccups)))
    assert "cases get the advice that they must get" in text(desk.post(REHEARSAL))
    page = text(desk.get(form.address(hiccups)))
    assert "UTC, in 0." in page.partition("All ")[2]
    form.save(desk, Statement.objects.get(), text="Hiccups stop.")
    assert "The cases were not run since the last edit." in text(desk.get(form.address(hiccups)))


def test_looking_at_a_rehearsal_does_not_run_it(desk, monkeypatch):
    monkeypatch.setattr(rehearsal, "rehearse", None)
    assert "were not run" in text(desk.get(REHEARSAL))


def test_cases_of_a_guideline_that_cannot_be_read_are_not_run(desk):
    Line.objects.filter(parent="takes_soother").update(values=("nothing",))
    page = text(desk.post(REHEARSAL))
    assert "The cases cannot be run yet." in page
    assert "Population “takes_soother”" in page


def test_a_reviewer_may_ask_and_run_and_a_clinician_not(client, reviewer, clinician, hiccups):
    client.force_login(reviewer)
    assert {client.get(READINESS).status_code, client.post(REHEARSAL).status_code} == {200}
    client.force_login(clinician)
    assert {client.get(READINESS).status_code, client.post(REHEARSAL).status_code} == {302}


def test_a_guideline_that_is_not_there_is_not_found(desk):
    assert desk.get("/admin/guidelines/guideline/sneezing/readiness/").status_code == 404
