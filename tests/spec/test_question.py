"""Which questions are still worth asking: none that cannot change the advice, and all that can."""

import pytest

from guidelines.engine import question
from tests.spec import ward


def _open(of=ward.BOOK, **changes):
    return question.open_facts(of, ward.person(ward.well(**changes), of))


ASKED = [
    # not answered      patient                    asked?
    ("creatinine", {}, True),
    ("creatinine", {"dialysis": True}, False),
    ("creatinine", {"unstable_kidney_function": True}, False),
    ("creatinine", {"age": 17}, False),
    ("pregnant", {"sex": "female"}, True),
    ("pregnant", {"sex": "male"}, False),
    ("pregnant", {"sex": None}, True),
    ("broken_skin", {}, True),
    ("broken_skin", {"condition": "itch"}, True),
    ("child_pugh_stated", {"chronic_liver_disease": True}, True),
    ("child_pugh_stated", {"chronic_liver_disease": False}, False),
    ("bilirubin", {"chronic_liver_disease": True, "child_pugh_stated": "a"}, False),
    ("bilirubin", {"chronic_liver_disease": True}, True),
    ("ache_before", {}, False),
    ("jurisdiction", {}, True),
    ("smoker", {"jurisdiction": "us"}, True),
    ("fever", {}, True),
    ("medicines", {}, True),
]


@pytest.mark.parametrize(("fact", "changes", "asked"), ASKED)
def test_what_is_asked_and_what_is_skipped(fact, changes, asked):
    """A question is skipped where no answer to it could change what is advised."""
    assert (fact in _open(**changes | {fact: ...})) is asked


def test_nothing_is_asked_of_a_patient_who_is_fully_known():
    """The well man has answered everything that matters."""
    assert _open() == frozenset()


def test_nothing_is_asked_once_an_alert_stops_the_advice():
    """Under age every further question would be idle."""
    assert question.open_facts(ward.BOOK, ward.person({"age": 17})) == frozenset()


def test_derived_facts_are_never_asked():
    """The inputs of a clearance are asked for, the clearance is not."""
    asked = question.open_facts(ward.BOOK, ward.person({}))
    assert asked & set(ward.DERIVED) == frozenset()
    assert {"creatinine", "weight", "height", "age", "sex"} <= asked


def test_a_question_about_women_brings_the_question_of_sex():
    """Who is asked is part of the question: an unguarded unknown is never left behind."""
    assert {"sex", "pregnant"} <= _open(sex=...)


def test_what_only_another_weight_looks_at_is_asked():
    """By ideal weight this clearance is below 30, and the exclusion there hangs on the skin."""
    weak = {"code": "weak_and_broken", "name": "weak and broken", "join": "all"}
    weak |= {"lines": [{"population": "weak_kidney"}, {"population": "broken_skin"}]}
    rows = {row["code"]: row for row in ward.document_of()["contraindications"]}
    rules = [rows["c_kidney"] | {"population": "weak_and_broken"}, rows["c_skin"] | {"population": "elderly"}]
    book = ward.book(populations=[weak], contraindications=rules)
    heavy = {"sex": "female", "pregnant": False, "age": 64, "height": 160, "weight": 120, "broken_skin": ...}
    assert "broken_skin" in _open(book, **heavy, creatinine=1.6)
    assert "broken_skin" not in _open(book, **heavy, creatinine=0.7)
