"""Answers: what is typed becomes a document and comes back as it was typed."""

import pytest

from advisor import answers
from tests import bedside


WEIGHT = bedside.book().facts["weight"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (answers.Measured("80", "kg"), 80),
        (answers.Measured("176", "[lb_av]"), {"value": 176, "unit": "[lb_av]"}),
        (answers.Measured("260", "kg", confirmed=True), {"value": 260, "unit": "kg", "confirmed": True}),
    ],
)
def test_a_measured_number_comes_back_as_typed(typed, answer):
    assert answers.measured(typed, WEIGHT) == answer
    assert answers.as_typed(answer, WEIGHT) == typed


def test_nothing_typed_comes_back_from_not_known():
    assert answers.as_typed(None, WEIGHT) == answers.Measured("", "kg")


def test_an_incomplete_list_says_no_of_nothing():
    answer = answers.included(["herbs"], complete=False)
    assert answer == {"herbs": True, "complete": False}
    assert answers.ticked(answer) == ["herbs"]
    assert not answers.is_complete(answer)


def test_the_deployments_jurisdiction_fills_a_gap_and_overrides_nothing():
    facts = bedside.book().facts
    assert answers.settled_in({}, facts, "us") == {"jurisdiction": "us"}
    assert answers.settled_in({"jurisdiction": "eu"}, facts, "us") == {"jurisdiction": "eu"}
    assert answers.settled_in({"jurisdiction": None}, facts, "us") == {"jurisdiction": None}
    assert answers.settled_in({}, facts, "uk") == {}, "the made-up guideline has no such choice"


def test_facts_can_be_left_out():
    assert answers.without({"age": 4, "sex": "male"}, ["sex"]) == {"age": 4}
