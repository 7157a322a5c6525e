"""The record: a consultation and its ledger entry stand together or not at all."""

import pytest
from django.db import IntegrityError, transaction

from advisor import record
from advisor.models import Acknowledgement, Consultation, Response
from guidelines import ledger
from guidelines.models import Entry
from tests import bedside
from tests.factories import consultation, response, user
from tests.factories.edition import NOW


pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return bedside.edition()


@pytest.fixture
def broken_ledger(monkeypatch):
    def fails(*_, **__):
        raise OSError("disk full")

    monkeypatch.setattr(ledger, "append", fails)


def acts():
    return list(Entry.objects.filter(subject__startswith="consultation").values_list("act", flat=True))


def test_a_consultation_stands_with_its_entry():
    found = consultation.make()
    assert found.advice_digest == record.given(found)["digest"]
    assert record.answered(found)["age"] == 40
    assert acts() == ["consult"]


def test_the_same_key_records_once():
    by = user.Clinician()
    assert consultation.make(by=by).pk == consultation.make(by=by).pk
    assert Consultation.objects.count() == 1
    assert acts() == ["consult"]


def test_somebody_elses_key_gives_nothing_away():
    consultation.make()
    with pytest.raises(record.Unrecorded):
        consultation.make()


def test_without_its_entry_no_consultation_stands(edition, broken_ledger):
    with pytest.raises(record.Unrecorded, match="no recommendation is shown"):
        consultation.make()
    assert not Consultation.objects.exists()


def test_advice_is_withheld_until_the_alert_is_acknowledged():
    found = consultation.make(choking=True)
    assert record.given(found)["withheld"]
    assert record.given(found)["options"] == []
    record.acknowledge(found, "choking", by=found.consulted_by, at=NOW)
    record.acknowledge(found, "choking", by=found.consulted_by, at=NOW)
    assert record.given(found)["options"] != []
    assert acts() == ["consult", "acknowledge"]


def test_without_its_entry_no_acknowledgement_stands(monkeypatch):
    found = consultation.make(choking=True)
    monkeypatch.setattr(ledger, "append", lambda *_, **__: 1 / 0)
    with pytest.raises(record.Unrecorded):
        record.acknowledge(found, "choking", by=found.consulted_by, at=NOW)
    assert not Acknowledgement.objects.exists()


def test_opening_a_consultation_is_entered():
    found = consultation.make()
    record.view(found, by=found.consulted_by, at=NOW)
    assert acts() == ["consult", "view"]


def test_a_consultation_can_be_derived_again():
    found = consultation.make()
    assert record.replayed(found) == found.advice_digest


def test_a_clinician_has_only_their_own(django_assert_num_queries):
    found = consultation.make()
    response.make(to=found)
    with django_assert_num_queries(2):
        [one] = record.own(found.consulted_by)
        assert (one.pk, one.edition.number, [said.deed for said in one.responses.all()]) == (found.pk, 1, ["accepted"])
    assert not record.own(user.Clinician()).exists()


def test_a_consultation_keeps_which_rules_fired():
    assert consultation.make(days=30).fired.split() == [
        "alerts[long]",
        "dose_ranges[calmol_heavy]",
        "options[calmol_second]",
        "options[water_first]",
    ]


def test_a_response_keeps_the_rules_that_it_follows_and_overrides():
    found = consultation.make()
    made = response.make("none_given", "patient-refuses", to=found)
    assert made.accepted == ""
    assert set(made.overridden.split()) <= set(found.fired.split())
    assert set(response.make(to=found).accepted.split()) <= set(found.fired.split())


def test_saying_the_same_twice_records_once_and_something_else_again():
    found = consultation.make()
    for deed in ("accepted:calmol", "accepted:calmol", "accepted:water", "accepted:calmol"):
        response.make(deed, to=found)
    assert [one.treatment for one in found.responses.all()] == ["calmol", "water", "calmol"]
    assert acts() == ["consult", "respond", "respond", "respond"]


def test_without_its_entry_no_response_stands(monkeypatch):
    found = consultation.make()
    monkeypatch.setattr(ledger, "append", lambda *_, **__: 1 / 0)
    with pytest.raises(record.Unrecorded):
        response.make(to=found)
    assert not Response.objects.exists()


@pytest.mark.parametrize(("deed", "departure"), [("accepted", "patient-refuses"), ("none_given", "")])
def test_the_database_keeps_a_reason_where_there_is_one_and_only_there(deed, departure):
    made = Response(consultation=consultation.make(), deed=deed, departure=departure, responded_at=NOW)
    made.responded_by = made.consultation.consulted_by
    with pytest.raises(IntegrityError, match="departing_has_a_reason"), transaction.atomic():
        made.save()
