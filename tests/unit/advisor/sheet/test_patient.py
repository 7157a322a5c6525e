"""The patient in words: what was worked out is named as people name it."""

from advisor.sheet import patient
from tests.unit.advisor.paper import desk


def test_a_formula_is_called_by_its_name():
    given, _reading, _person = desk.advised("neuropathy", "V01")
    named = {one["label"]: one["formula"] for one in patient.worked_out(given["derived"])}
    assert (named["Creatinine clearance"], named["Estimated GFR"]) == ("Cockcroft-Gault", "CKD-EPI 2021")
