"""The patient in words: what was worked out, and what it was worked out from, are named as people name them."""

from advisor.sheet import patient
from tests.unit.advisor.paper import desk


def worked_out(code):
    given, _reading, person = desk.advised("neuropathy", code)
    return {one["label"]: one for one in patient.worked_out(given["derived"], person.book)}


def test_a_formula_is_called_by_its_name():
    told = worked_out("V01")
    assert told["Creatinine clearance"]["formula"] == "Cockcroft-Gault"
    assert told["Estimated GFR"]["formula"] == "CKD-EPI 2021"


def test_what_a_formula_needs_is_called_as_in_its_question():
    told = worked_out("V01")
    assert "serum creatinine: 0.95 mg/dL" in told["Creatinine clearance"]["inputs"]
    assert "INR: not known" in told["Child-Pugh class"]["inputs"]


def test_a_condition_with_a_comma_in_its_name_is_not_parted_from_it():
    given, _reading, person = desk.advised("neuropathy", "M012")
    told = {one["label"]: one["words"] for one in patient.summary(person, given["derived"])["told"]}
    assert "; Hypertension, not controlled; " in told["Other conditions"]
