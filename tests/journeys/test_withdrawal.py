"""What clinicians see when an edition is withdrawn, or when somebody altered it behind everybody's back."""

import json

import pytest
from django.core.management import CommandError, call_command

from guidelines import library, review
from guidelines.models import Edition
from tests import bedside
from tests.factories import consultation
from tests.factories.edition import NOW
from tests.factories.reviewstep import approve, withdraw
from tests.journeys.test_consultation import words
from tests.unit.guidelines import tampering


ALTERED = "Not approved: content altered"
DOSE = ('"maximum":40', '"maximum":400')


@pytest.fixture(autouse=True)
def _empty_shelves(monkeypatch):
    monkeypatch.setattr(library, "_kept", {})
    monkeypatch.setattr(library, "_titles", {})


@pytest.fixture
def approved(edition):
    return approve(edition)


@pytest.fixture
def past(approved, clinician):
    return consultation.make(by=clinician)


def told(page):
    said = words(page)
    return "The label changed." in said and "Ask a colleague." in said


def test_everybody_is_told_at_once_why_and_what_to_use_instead(at_the_bedside, client, approved, past):
    summary = at_the_bedside.answers(bedside.HEALTHY)
    withdraw(approved, replacement="Ask a colleague.")
    home, page = client.get("/"), client.get("/guidelines/hiccups/")
    assert told(home)
    assert "New consultation" not in words(home)
    assert (page.status_code, told(page)) == (410, True)
    assert told(at_the_bedside.asks(summary)), "in the middle of a consultation too"
    again = client.get(f"/consultations/{past.pk}/")
    assert told(again)
    assert "This edition has been withdrawn: do not use its advice." in words(again)


def test_no_consultation_starts_from_what_was_withdrawn(at_the_bedside, client, approved):
    withdraw(approved)
    assert client.post("/guidelines/hiccups/").status_code == 410


def test_the_next_approval_ends_it(at_the_bedside, client, approved):
    withdraw(approved, replacement="Ask a colleague.")
    approve(bedside.edition(title="Hiccups that last"))
    assert not told(client.get("/"))
    assert client.get("/guidelines/hiccups/").status_code == 200


@pytest.fixture
def altered(approved, past):
    tampering.alter(approved, *DOSE)
    library._kept.clear()
    library._titles.clear()
    return approved


def test_one_altered_dose_is_said_wherever_a_clinician_meets_it(at_the_bedside, client, altered, past):
    assert ALTERED in words(client.get("/"))
    assert ALTERED in words(client.get("/guidelines/hiccups/"))
    assert ALTERED in words(at_the_bedside.consults(bedside.HEALTHY))
    assert ALTERED in words(client.get(f"/consultations/{past.pk}/"))


def test_where_only_approved_content_may_be_shown_it_gives_no_advice(at_the_bedside, client, altered, settings):
    settings.SHOW_UNAPPROVED_EDITIONS = False
    page = client.get("/guidelines/hiccups/")
    assert (page.status_code, ALTERED in words(page)) == (404, True)


def test_the_commands_say_so_too(altered, tmp_path, capsys):
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(bedside.HEALTHY))
    call_command("advise", "hiccups", answers=str(answers))
    assert json.loads(capsys.readouterr().out)["edition"]["status"] == ALTERED
    with pytest.raises(CommandError, match="hiccups edition 1"):
        call_command("verify_editions")


def test_the_admin_says_so_too(client, editor, altered):
    client.force_login(editor)
    assert ALTERED in words(client.get("/admin/guidelines/guideline/hiccups/change/"))
    page = client.get(f"/admin/guidelines/edition/{Edition.objects.get().pk}/change/")
    assert ALTERED in words(page)


def test_the_pages_of_review_say_so_too(client, reviewer, altered):
    client.force_login(reviewer)
    assert f"Status: {ALTERED}" in words(client.get("/review/hiccups/1/"))


def test_what_was_altered_while_it_awaits_review_is_not_approved(client, reviewer, edition):
    review.take(edition, by=reviewer, at=NOW)
    tampering.alter(edition, *DOSE)
    client.force_login(reviewer)
    assert ALTERED in words(client.get("/review/"))
    assert "was altered after it was frozen; send it back" in words(client.get("/review/hiccups/1/approve/"))
