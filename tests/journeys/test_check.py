"""Somebody who holds a paper asks what has become of its advice; a stranger learns that, and nothing of the patient."""

import re
import uuid

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from guidelines import ledger, library
from guidelines.models import Entry
from tests import bedside
from tests.factories import consultation, user
from tests.factories.reviewstep import approve, withdraw
from tests.journeys.test_consultation import words
from tests.unit.advisor.reach import test_recall
from tests.unit.guidelines import tampering


@pytest.fixture(autouse=True)
def _fresh(monkeypatch):
    monkeypatch.setattr(library, "_kept", {})
    monkeypatch.setattr(library, "_titles", {})
    cache.clear()


@pytest.fixture
def past(edition):
    return consultation.make(by=user.Clinician(name="Dr Secret"))


def checked(client, past, digest=None):
    return client.get(f"/check/{past.pk}/", {"digest": digest or past.advice_digest[:16]})


def nothing(made):
    return made


def withdrawn(made):
    withdraw(approve(made), replacement="Ask a colleague.")


def altered(made):
    tampering.alter(made, '"maximum":40', '"maximum":400')


def superseded(made):
    approve(made)
    approve(bedside.edition(title="Hiccups that last"))


SAYS = [
    (nothing, ["Status today: Submitted", "pending human review"]),
    (approve, ["Status today: Approved", "Still current"]),
    (withdrawn, ["has been withdrawn: do not use", "Why: The label changed.", "Use instead: Ask a colleague."]),
    (altered, ["altered after it was frozen: do not use"]),
    (superseded, ["has been superseded", "Edition 2 has taken its place."]),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("happened", "said"), SAYS)
def test_it_says_how_the_advice_stands(client, edition, past, happened, said):
    happened(edition)
    library._kept.clear()
    page = checked(client, past)
    told = words(page)
    assert page.status_code == 200
    assert "Given on 2 March 2026 by edition 1, whose status was then: Submitted." in told
    assert [one for one in said if one not in told] == []


def test_it_shows_neither_patient_nor_advice_nor_clinician(client, past):
    told = checked(client, past).content.decode()
    for secret in ("Dr Secret", past.consulted_by.email, "80 kg", "Calmol", "40 years", past.advice_digest):
        assert secret not in told


def test_what_today_s_content_speaks_against_is_said_without_saying_what(client, edition):
    approve(edition)
    past = consultation.make(age=75)
    test_recall.second()
    told = words(checked(client, past))
    assert "speaks against something that was advised then" in told
    assert "makes the aged fall" not in told


def wrong(past):
    yield f"/check/{past.pk}/", "0" * 16
    yield f"/check/{past.pk}/", past.advice_digest[:15]
    yield f"/check/{past.pk}/", past.advice_digest + "0"
    yield f"/check/{past.pk}/", ""
    yield f"/check/{uuid.uuid4()}/", past.advice_digest[:16]
    yield "/check/not-a-number/", past.advice_digest[:16]
    yield "/check/%00/", "\x00"
    yield f"/check/{past.pk}/", "é" * 10_000


def main(response):
    """The page but for its header, which repeats the address that was asked for, and for what was typed."""
    return re.sub(r' value="[^"]*"', "", re.search(r"<main.*</main>", response.content.decode(), re.DOTALL).group())


def test_whatever_does_not_fit_gets_one_and_the_same_answer(client, past):
    answers = [client.get(address, {"digest": digest}) for address, digest in wrong(past)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({main(answer) for answer in answers}) == 1
    assert not Entry.objects.filter(act="check").exists()


def test_what_was_mistyped_need_not_be_typed_again(client, past):
    page = client.get("/check/", {"id": str(past.pk), "digest": "0" * 16}).content.decode()
    assert f'value="{past.pk}"' in page
    assert f'value="{"0" * 16}"' in page


def test_an_unknown_number_costs_what_a_wrong_digest_costs(client, past):
    def statements(address):
        with CaptureQueriesContext(connection) as asked:
            client.get(address, {"digest": "0" * 16})
        return [query["sql"].split(" WHERE ")[0] for query in asked if "advisor_consultation" in query["sql"]]

    assert statements(f"/check/{uuid.uuid4()}/") == statements(f"/check/{past.pk}/")


def test_the_digest_may_be_typed_as_people_type(client, past):
    typed = " ".join(past.advice_digest[place : place + 4].upper() for place in range(0, 20, 4))
    assert checked(client, past, typed).status_code == 200
    assert client.get("/check/", {"id": str(past.pk), "digest": typed}).status_code == 200


def test_without_a_question_there_is_a_form(client, db):
    page = client.get("/check/")
    assert page.status_code == 200
    assert 'name="digest"' in page.content.decode()


def test_a_check_is_entered_and_nothing_is_told_without_its_entry(client, past, monkeypatch):
    checked(client, past)
    entry = Entry.objects.get(act="check")
    assert (entry.by, entry.subject) == (None, f"consultation {past.pk}")

    def append(*_, **__):
        raise OperationalError("disk full")

    monkeypatch.setattr(ledger, "append", append)
    assert checked(client, past).status_code == 503


def test_nobody_guesses_for_long(client, past):
    codes = [checked(client, past, "0" * 16).status_code for _ in range(31)]
    assert codes == [404] * 30 + [429]
