"""The record: a consultation and its ledger entry stand together or not at all."""

import pytest

from advisor import record
from advisor.models import Acknowledgement, Consultation
from guidelines import ledger
from guidelines.models import Entry
from tests import bedside
from tests.factories import consultation, user
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
    with django_assert_num_queries(1):
        assert [(one.pk, one.edition.number) for one in record.own(found.consulted_by)] == [(found.pk, 1)]
    assert not record.own(user.Clinician()).exists()
