"""What the answer to an open question could still decide, and which questions need not be pressed for an answer."""

import pytest

from guidelines.engine import matter, question
from guidelines.engine.matter import Kind
from tests.spec import ward


def _of(fact, **changes):
    """Give what the answer to one open question could decide, as kind and code."""
    person = ward.person(ward.well(**changes | {fact: ...}))
    found = matter.matters(ward.BOOK, person).get(fact, ())
    return {(one.kind.value, one.code) for one in found}


DECIDES = [
    # not answered      patient                    what hangs on it
    ("fever", {}, {("alert", "fever")}),
    ("smoker", {"jurisdiction": "us"}, {("alert", "smoker")}),
    ("smoker", {"jurisdiction": "eu"}, {("alert", "smoker"), ("exclusion", "alphadone")}),
    ("broken_skin", {}, {("caution", "gel")}),
    ("creatinine", {}, {("dose", "alphadone"), ("exclusion", "betadone")}),
    ("trials", {}, {("exclusion", "alphadone")}),
    ("pregnant", {"sex": "male"}, set()),
]


@pytest.mark.parametrize(("fact", "changes", "decides"), DECIDES)
def test_what_hangs_on_an_answer(fact, changes, decides):
    """Read off the rules: nothing is made up about why a question is asked."""
    assert _of(fact, **changes) == decides


def test_what_could_only_speak_against_a_treatment_without_a_place_is_not_pressed():
    """Gel has no place against an itch: broken skin would be one more reason not to give what is not given."""
    assert _of("broken_skin", condition="itch") == set()
    person = ward.person(ward.well(condition="itch", broken_skin=...))
    assert "broken_skin" in question.open_facts(ward.BOOK, person), "it could still be asked"


def test_what_could_only_speak_against_an_excluded_treatment_is_not_pressed():
    """Alphadone was tried in vain; that a blocker is taken too would not bring it back."""
    failed = [{"treatment": "alphadone", "daily_dose": 60, "weeks": 8, "outcome": "none", "still_taking": False}]
    assert ("exclusion", "alphadone") not in _of("medicines", trials=failed)
    assert ("exclusion", "betadone") in _of("medicines", trials=failed)


def test_under_whose_labels_hangs_every_dose_that_may_be_given():
    """Even where the doses are the same everywhere, they are told under somebody's labels."""
    assert _of("jurisdiction") >= {("dose", "alphadone"), ("dose", "betadone"), ("dose", "gel")}


def test_nothing_hangs_on_a_patient_who_is_fully_known():
    """The well man has answered everything that matters."""
    assert matter.matters(ward.BOOK, ward.person(ward.well())) == {}


def test_nothing_hangs_on_anything_once_an_alert_stops_the_advice():
    """Under age every further question would be idle."""
    assert matter.matters(ward.BOOK, ward.person({"age": 17})) == {}


def test_the_gravest_matters_come_first():
    """In this order a question tells what hangs on it."""
    assert [*Kind][:5] == [Kind.ALERT, Kind.PLACE, Kind.EXCLUSION, Kind.DOSE, Kind.CAUTION]
