"""Derived values as soon as they can be worked out, where their inputs are typed."""

from advisor.wizard import derived
from guidelines.engine import patient
from tests.spec import ward


HEAVY = {"age": 64, "sex": "female", "height": 160, "weight": 120, "creatinine": 1.6, "pregnant": False}


def told(answers, topic="person"):
    return {value["code"]: value for value in derived.so_far(patient.parse(ward.BOOK, answers), topic)}


def test_a_value_that_cannot_be_worked_out_yet_says_what_it_needs():
    value = told(ward.WELL | {"creatinine": None, "dialysis": None})["crcl"]
    assert value["words"] == ""
    assert value["needs"] == "creatinine, dialysis"


def test_a_value_that_never_can_says_why():
    assert told(ward.WELL | {"dialysis": True})["crcl"]["refusal"] == "no clearance is worked out on dialysis"


def test_a_value_comes_with_its_other_methods_and_what_they_would_change():
    value = told(ward.WELL | HEAVY)["crcl"]
    assert value["words"] == "44.5 mL/min (adjusted weight)"
    assert value["methods"].startswith("with total weight 67.3 mL/min; with ideal weight ")
    changes = [change for swing in value["swings"] for change in swing["changes"]]
    assert any(change.startswith("Betadone: ") for change in changes)


def test_where_another_method_changes_nothing_it_is_said_to_change_nothing():
    assert told(ward.WELL)["crcl"]["swings"] == []


def test_elsewhere_only_what_hangs_on_a_method_is_shown():
    elsewhere = told(ward.WELL, "another")
    assert list(elsewhere) == ["crcl"]
    assert elsewhere["crcl"]["here"] is False
    assert {"crcl", "egfr", "bmi"} <= set(told(ward.WELL))


def test_what_never_applies_and_no_rule_compares_is_not_missed():
    assert "liver_class" not in told(ward.WELL), "the classes apply only to chronic liver disease"


def test_answers_that_do_not_go_together_are_left_out():
    person = derived.lenient(ward.BOOK, {"sex": "male"}, {"age": 400, "weight": 70, "pregnant": True})
    assert set(person.answers) == {"sex", "weight"}
