"""Printing a consultation: the sheet alone, entered in the ledger, which the paper then bears witness of."""

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from guidelines import ledger
from guidelines.models import Entry
from tests import bedside
from tests.factories import consultation, user
from tests.factories.edition import NOW
from tests.journeys.test_consultation import words


@pytest.fixture
def address(client, clinician, edition):
    client.force_login(clinician)
    return f"/consultations/{consultation.make(by=clinician).pk}/"


def test_the_recommendation_leads_to_the_sheet_to_print(at_the_bedside, client):
    page = at_the_bedside.consults(bedside.HEALTHY).content.decode()
    assert "Print this sheet" in page
    [link] = [part.split('"')[0] for part in page.split('href="') if part.split('"')[0].endswith("/print/")]
    printed = client.get(link)
    assert "print it with your browser" in words(printed)
    assert "Second line for this patient:" in words(printed)


def test_printing_is_entered_and_the_sheet_shows_its_leaf_and_the_newest_head(client, clinician, address):
    head = ledger.seal(at=NOW)
    printed = words(client.get(f"{address}print/"))
    entry = Entry.objects.get(act="print")
    assert (entry.by, entry.subject) == (clinician, f"consultation {address.split('/')[2]}")
    assert f"leaf {entry.leaf} , entered when this was printed; newest tree head {head}" in printed


def test_before_the_first_head_the_sheet_says_so(client, address):
    assert "newest tree head not taken yet" in words(client.get(f"{address}print/"))


def test_what_is_only_looked_at_bears_no_witness(client, address):
    assert "tree head" not in words(client.get(address))
    assert not Entry.objects.filter(act="print").exists()


def test_printing_costs_one_statement_more_than_looking(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as looking:
        client.get(address)
    with CaptureQueriesContext(connection) as printing:
        client.get(f"{address}print/")
    assert len(printing) <= len(looking) + 1


def test_somebody_else_s_consultation_is_not_printed(client, address):
    client.force_login(user.Clinician())
    assert client.get(f"{address}print/").status_code == 404
    assert not Entry.objects.filter(act="print").exists()


def test_nothing_is_printed_without_its_entry(client, address, monkeypatch):
    def append(*_, **__):
        raise OperationalError("disk full")

    monkeypatch.setattr(ledger, "append", append)
    refused = client.get(f"{address}print/")
    assert refused.status_code == 503
    assert "Calmol" not in words(refused)
