"""Turning points in words: where the advice changes, from where the patient stands, and which measurement leads there."""

import pytest

from advisor import sheet
from tests.spec import ward


@pytest.fixture(scope="module")
def told():
    return sheet.turning(ward.person(ward.well()))


def changes(turn):
    return [f"{change['name']}: {change['words']}" for change in turn["changes"]]


def test_the_nearest_number_comes_first_with_what_leads_there(told):
    nearest = told["numbers"][0]
    assert (nearest["if"], nearest["now"]) == ("Crcl below 60 mL/min", "87.5 mL/min")
    assert nearest["way"] == "creatinine 1.46 mg/dL or more"
    assert changes(nearest) == ["Alphadone: maximum 150 (now 300), start 25 (now 50) mg/day"]


def test_what_is_ruled_out_says_why(told):
    [turn] = [one for one in told["numbers"] if one["if"] == "Crcl below 30 mL/min"]
    assert turn["changes"][0] == {
        "name": "Betadone",
        "grade": "lost",
        "words": "ruled out",
        "because": "Because of weak_kidney.",
    }


def test_where_no_dose_can_be_said_now_that_is_said_once():
    told = sheet.turning(ward.person(ward.well(creatinine=None)))
    doses = [words for one in told["answers"] for words in changes(one) if "now no dose" in words]
    assert doses == ["Alphadone: start 40, usual 40, maximum 40 mg/day (now no dose)"]


def test_other_answers_name_what_they_would_be(told):
    assert [one["if"] for one in told["answers"]][:2] == ["Medicines: also Miniblock or Oxyblock", "Dialysis: yes"]
    assert [one["if"] for one in told["cautions"]] == ["Broken skin: yes"]


def test_what_would_bring_a_treatment_back_is_told_too():
    person = ward.person(ward.well(medicines={"oxyblock": True, "complete": True}))
    [back] = [one for one in sheet.turning(person)["answers"] if "without" in one["if"]]
    assert back["if"] == "Medicines: without Oxyblock"
    assert changes(back) == ["Alphadone: no longer ruled out", "Betadone: no longer ruled out"]


def test_another_method_is_named_where_it_meets_the_bound():
    told = sheet.turning(ward.person(ward.well(weight=120, creatinine=1.2)))
    [turn] = [one for one in told["numbers"] if one["method"] and "Betadone: to be checked first" in changes(one)]
    assert turn["method"] == "crcl by ideal weight"
