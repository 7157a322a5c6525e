"""Exactly the consultations whose advice would now be worse are found, and only by those who asked."""

from datetime import timedelta

import pytest

from advisor import reach, record
from guidelines import review
from guidelines.models import Entry
from tests import bedside
from tests.factories import consultation, reviewstep, user
from tests.factories.edition import NOW


LATER = NOW + timedelta(days=3)


@pytest.fixture
def first(db):
    return reviewstep.approve(bedside.edition())


@pytest.fixture
def three(first, clinician):
    """Consultations of three patients, of whom one is seventy-five."""
    ages = {"young": 30, "middle": 50, "old": 75}
    return {name: consultation.make(by=clinician, key=name, age=age) for name, age in ages.items()}


def case(age, verdict):
    """A worked patient on either side of the bound, without whom the rule would not be ready."""
    answers = f"jurisdiction: us\nage: {age}\nsex: male\nweight: 80"
    return {"code": f"W{age}", "title": f"At {age}", "answers": answers, "expects": f"{verdict}: calmol"}


def second(*, approved=True):
    """The next edition: calmol is no longer given from seventy on."""
    plain = bedside.content()
    lines = [{"fact": "age", "op": "ge", "number": 70}]
    plain["populations"] = [*plain["populations"], {"code": "aged", "name": "the aged", "join": "all", "lines": lines}]
    rule = {"code": "calmol_aged", "population": "aged", "severity": "avoid", "treatments": ["calmol"]}
    rule |= {"reason": "It makes the aged fall.", "action": "Give water.", "sources": ["R10"]}
    plain["contraindications"] = [*plain["contraindications"], rule]
    plain["cases"] = [*plain["cases"], *(case(age, verdict) for age, verdict in ((70, "exclude"), (69, "offer")))]
    edition = bedside.submitted(plain)
    return reviewstep.approve(edition) if approved else edition


def test_nothing_is_recalled_while_the_edition_stands(three, clinician):
    assert reach.recalls(clinician, at=LATER) == []


def test_exactly_the_planted_consultation_is_found_with_the_reason(three, clinician):
    second()
    [finding] = reach.recalls(clinician, at=LATER)
    assert finding.consultation == three["old"]
    assert finding.number == 2
    assert finding.said == ("Calmol: offered → excluded. Now: It makes the aged fall",)


def test_an_edition_that_is_only_submitted_recalls_nothing(three, clinician):
    second(approved=False)
    assert reach.recalls(clinician, at=LATER) == []


def test_a_colleague_who_did_not_ask_sees_nothing(three):
    second()
    assert reach.recalls(user.Clinician(), at=LATER) == []


def test_what_is_acknowledged_is_gone_and_on_record(three, clinician):
    second()
    [finding] = reach.recalls(clinician, at=LATER)
    record.recalled(finding.consultation, finding.edition_id, "\n".join(finding.said), by=clinician, at=LATER)
    assert reach.recalls(clinician, at=LATER) == []
    assert Entry.objects.filter(act="acknowledge recall", by=clinician).count() == 1


def test_a_withdrawal_recalls_everything_advised_from_the_edition(first, three, clinician):
    review.withdraw(first, by=user.Reviewer(), at=LATER, reason="A dose is wrong.")
    found = reach.recalls(clinician, at=LATER)
    assert {finding.consultation.key for finding in found} == {"young", "middle", "old"}
    assert all(finding.withdrawn for finding in found)


def test_consultations_of_more_than_a_year_ago_are_left_alone(three, clinician):
    second()
    assert reach.recalls(clinician, at=NOW + timedelta(days=400)) == []


def test_a_second_look_compares_nothing_again(three, clinician, monkeypatch):
    second()
    reach.recalls(clinician, at=LATER)
    monkeypatch.setattr("guidelines.engine.comparison.worse", None)
    assert len(reach.recalls(clinician, at=LATER)) == 1
