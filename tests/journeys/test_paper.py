"""A consultation taken away as PDF and as text: one's own, entered in the ledger, and marked where it is not approved."""

import hashlib
import json
from datetime import timedelta

import pytest
from django.db import OperationalError

from advisor.paper import typesetting
from guidelines import ledger, library, review
from guidelines.models import Entry
from tests import bedside
from tests.factories import consultation, user
from tests.factories.edition import NOW
from tests.factories.reviewstep import approve, withdraw
from tests.journeys.test_consultation import words
from tests.unit.advisor.paper import desk
from tests.unit.guidelines import tampering


@pytest.fixture(autouse=True)
def _empty_shelves(monkeypatch):
    monkeypatch.setattr(library, "_kept", {})
    monkeypatch.setattr(library, "_titles", {})


@pytest.fixture
def past(client, clinician, edition):
    client.force_login(clinician)
    return consultation.make(by=clinician)


FORMS = ("pdf", "text", "copy")


def taken(client, past, form):
    return client.get(f"/consultations/{past.pk}/{form}/")


def test_the_pdf_says_what_the_page_says_under_a_name_that_says_nothing(client, past):
    response = taken(client, past, "pdf")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="recommendation-{str(past.pk)[:8]}.pdf"'
    assert "no-store" in response["Cache-Control"]
    text = desk.squeezed("".join(desk.pages(response.content)))
    assert desk.squeezed("Calmol 10 mg/day day 4: 20 mg/day, twice daily;") in text
    assert f"http://testserver/check/{past.pk}/?digest={past.advice_digest[:16]}" in text


def test_the_ledger_keeps_the_digest_of_the_file(client, past):
    content = taken(client, past, "pdf").content
    asked, made = Entry.objects.filter(subject=f"consultation {past.pk}").order_by("-pk")[:2][::-1]
    assert (asked.act, json.loads(asked.detail)) == ("print", {"as": "pdf"})
    assert (made.act, json.loads(made.detail)) == ("pdf made", {"sha256": hashlib.sha256(content).hexdigest()})
    assert asked.leaf in desk.squeezed("".join(desk.pages(content)))


def test_the_text_for_the_record_is_plain_and_stands_ready_to_copy(client, past):
    plain, page = taken(client, past, "text"), taken(client, past, "copy")
    assert plain["Content-Type"] == "text/plain; charset=utf-8"
    assert "Treatment: Calmol; Start: 10 mg/day; " in plain.content.decode()
    assert "Treatment: Calmol; Start: 10 mg/day; " in page.content.decode()
    assert "<textarea" in page.content.decode()


@pytest.mark.parametrize("form", FORMS)
def test_only_one_s_own_is_taken_away(client, past, form):
    client.force_login(user.Clinician())
    assert taken(client, past, form).status_code == 404
    assert not Entry.objects.filter(act="print").exists()


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_taken_away_without_its_entry(client, past, form, monkeypatch):
    def append(*_, **__):
        raise OperationalError("disk full")

    monkeypatch.setattr(ledger, "append", append)
    refused = taken(client, past, form)
    assert refused.status_code == 503
    assert "Calmol" not in words(refused)


def test_a_pdf_that_cannot_be_set_says_so_and_loses_nothing(client, past, monkeypatch):
    monkeypatch.setattr(typesetting, "STANDARDS", ["ua-1", "2.0"])
    refused = taken(client, past, "pdf")
    assert refused.status_code == 503
    assert "The page to print says the same; nothing is lost." in words(refused)
    assert taken(client, past, "text").status_code == 200


def test_behind_an_alert_no_paper_names_a_treatment(client, clinician, edition):
    client.force_login(clinician)
    held = consultation.make(by=clinician, choking=True)
    pages = "".join(desk.pages(taken(client, held, "pdf").content))
    for text in (pages, taken(client, held, "text").content.decode()):
        assert "Clear the airway." in text
        assert "Calmol" not in text


def under_review(made):
    review.take(made, by=user.Reviewer(), at=NOW)


def withdrawn(made):
    withdraw(approve(made))


def altered(made):
    tampering.alter(made, '"maximum":40', '"maximum":400')


def superseded(made):
    approve(made)
    approve(bedside.edition(title="Hiccups that last"))


MARKS = [
    (None, "Not approved"),
    (under_review, "Not approved"),
    (approve, ""),
    (withdrawn, "Withdrawn: do not use"),
    (altered, "Altered: do not use"),
    (superseded, "Superseded"),
]


@pytest.mark.parametrize(("happened", "mark"), MARKS)
def test_every_page_of_every_form_is_marked_by_what_became_of_the_edition(client, edition, past, happened, mark):
    if happened:
        happened(edition)
        library._kept.clear()
    stamp = f'data-words="{mark}"' if mark else "data-words"
    for form in ("", "print/"):
        page = client.get(f"/consultations/{past.pk}/{form}").content.decode()
        assert (stamp in page) == bool(mark)
    pages = desk.pages(taken(client, past, "pdf").content)
    assert all(text.startswith(mark) for text in pages)
    assert ("***" in taken(client, past, "text").content.decode()) == bool(mark)
    assert f"*** {mark.upper()} ***" in taken(client, past, "text").content.decode() or not mark


def test_what_is_past_its_review_says_so_on_every_form_and_bears_no_mark(client, clinician):
    client.force_login(clinician)
    approve(bedside.edition(at=NOW - timedelta(days=80), review_by="2026-01-01"))
    past = consultation.make(by=clinician)
    for form in ("", "print/", "copy/"):
        assert "due by 1 January 2026" in words(client.get(f"/consultations/{past.pk}/{form}"))
    pages = desk.pages(taken(client, past, "pdf").content)
    assert "due by 1 January 2026" in pages[0]
    assert not pages[0].startswith("Not approved")


def leaflets(client, past, option="", form=""):
    return client.get(f"/consultations/{past.pk}/leaflet/{form}", {"option": option} if option else {})


def test_the_treatments_with_a_leaflet_are_those_that_are_offered(client, past):
    page = words(leaflets(client, past))
    assert "Calmol" in page
    assert "A glass of water" in page
    assert "pending human review" in page


def test_a_leaflet_is_shown_and_given_as_pdf_and_entered(client, past):
    page = words(leaflets(client, past, "calmol"))
    assert "Calmol: what you need to know" in page
    assert "Never more than: 40 mg a day" in page
    response = leaflets(client, past, "calmol", "pdf/")
    assert response["Content-Disposition"] == f'inline; filename="leaflet-{str(past.pk)[:8]}.pdf"'
    assert "Never more than: 40 mg a day" in "".join(desk.pages(response.content))
    said = [(entry.act, json.loads(entry.detail)) for entry in Entry.objects.order_by("-pk")[:3][::-1]]
    assert said[:2] == [("print", {"as": "leaflet"})] * 2
    assert said[2] == ("pdf made", {"sha256": hashlib.sha256(response.content).hexdigest()})


def test_a_leaflet_names_neither_patient_nor_answers(client, past, clinician):
    told = "".join(desk.pages(leaflets(client, past, "calmol", "pdf/").content))
    for secret in ("80 kg", "40 years", "Male", clinician.name, clinician.email):
        assert secret not in told


def test_there_is_no_leaflet_for_what_is_not_offered_nor_for_strangers(client, past):
    refused = leaflets(client, past, "mystery")
    assert (refused.status_code, "does not offer that treatment" in words(refused)) == (404, True)
    assert leaflets(client, past, "\x00<b>", "pdf/").status_code == 404
    assert not Entry.objects.filter(act="print").exists()
    client.force_login(user.Clinician())
    for option, form in (("", ""), ("calmol", ""), ("calmol", "pdf/")):
        assert leaflets(client, past, option, form).status_code == 404


def test_a_leaflet_comes_on_a4_or_a5_and_on_nothing_else(client, past):
    widths = {}
    for size in ("a4", "a5", "a0"):
        content = client.get(f"/consultations/{past.pk}/leaflet/pdf/", {"option": "calmol", "paper": size}).content
        widths[size] = round(float(desk.opened(content).pages[0].mediabox.width))
    assert widths == {"a4": 595, "a5": 420, "a0": 595}


@pytest.mark.parametrize(("happened", "mark"), MARKS)
def test_every_page_of_a_leaflet_is_marked_like_the_sheet(client, edition, past, happened, mark):
    if happened:
        happened(edition)
        library._kept.clear()
    page = leaflets(client, past, "calmol").content.decode()
    assert ("data-words" in page) == bool(mark)
    assert f'data-words="{mark}"' in page or not mark
    assert all(text.startswith(mark) for text in desk.pages(leaflets(client, past, "calmol", "pdf/").content))
