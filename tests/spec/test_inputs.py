"""What formulas rest on: an input of another kind, unit or meaning would give another patient's number."""

import pytest

from guidelines.engine import document
from tests.spec import ward


def _faults(code, section="facts", /, **changes):
    rows = {section: [next(row for row in ward.document_of()[section] if row["code"] == code) | changes]}
    with pytest.raises(document.Unreadable) as caught:
        ward.book(**rows)
    return "\n".join(str(fault) for fault in caught.value.faults)


def _choices(*codes):
    return [{"code": code, "text": code} for code in codes]


def _inputs(**facts):
    return [{"name": name, "fact": fact} for name, fact in facts.items()]


FORMULAS = [
    ("bmi", {"formula": "bmi"}, 'names the formula "bmi"; there are cockcroft_gault'),
    ("bmi", {"inputs": _inputs(weight="weight")}, 'names the input "height", which does not exist'),
    ("bmi", {"inputs": _inputs(weight="weight", height="height", hight="height")}, 'has the input "hight"'),
    (
        "bmi",
        {"inputs": _inputs(weight="smoker", height="height")},
        "weight must be of kind number; smoker is of kind bool",
    ),
    ("bmi", {"inputs": _inputs(weight="height", height="weight")}, "weight must be in kg; height is in cm"),
    ("smoker", {"inputs": _inputs(weight="weight")}, 'has the input "weight", which its formula does not know'),
    ("creatinine", {"unit": "umol/L", "units": []}, "creatinine must be in mg/dL; creatinine is in umol/L"),
    ("albumin", {"unit": "g/L", "units": []}, "albumin must be in g/dL"),
    ("age", {"unit": ""}, "age must be in a; age is in no unit"),
    ("sex", {"choices": _choices("female", "m")}, "sex must offer exactly female, male"),
    ("sex", {"choices": _choices("female", "male", "other")}, "sex must offer exactly female, male"),
    ("ascites", {"choices": _choices("none", "some")}, "ascites must offer exactly none, mild, moderate_severe"),
    ("extreme_muscle", {"kind": "choice", "choices": _choices("yes", "no")}, "extreme_muscle must be of kind boolean"),
    ("bmi", {"kind": "boolean"}, "body_mass_index gives a number"),
    ("liver_class", {"choices": _choices("a", "b")}, "child_pugh_class gives a, b, c"),
]


@pytest.mark.parametrize(("code", "changes", "sentence"), FORMULAS)
def test_a_formula_on_the_wrong_inputs(code, changes, sentence):
    """µmol/L read as mg/dL, or "m" read as female, is found before anybody is advised."""
    found = _faults(code, **changes)
    assert sentence in found


QUESTIONS = [
    ("condition", {"choices": []}, "condition"),
    ("condition", {"choices": _choices("ache", "itch", "neither", "ache")}, 'offers "ache" twice'),
    ("condition", {"normal": "well"}, 'its normal choice "well" is none of its choices'),
    ("medicines", {"members": _choices("complete")}, '"complete" is a reserved word'),
    ("medicines", {"members": _choices("herbal", "herbal")}, 'offers "herbal" twice'),
    ("weight", {"units": [{"code": "g", "text": "g", "divide_by": 0}]}, "multiplied and divided by numbers above 0"),
    ("weight", {"units": [{"code": "g", "text": "g", "multiply_by": -1}]}, "multiplied and divided by numbers above 0"),
    ("weight", {"refuse_low": 400, "refuse_high": 20}, "its range runs from 400 down to 20"),
]


@pytest.mark.parametrize(("code", "changes", "sentence"), QUESTIONS)
def test_a_question_that_could_not_be_answered(code, changes, sentence):
    """A choice of nothing, one code with two meanings, a unit that divides by zero."""
    assert sentence in _faults(code, **changes)


WORDS = [
    ("treatments", "gel", "kind", "cream"),
    ("monitoring", "m_bp", "phase", "later"),
    ("effects", "e_alpha", "measure", "OR"),
    ("statements", "S1", "section", "firstline"),
    ("statements", "S1", "verdict", "wrong"),
    ("positions", "p_one", "stance", "for"),
    ("references", "R1", "verification", "seen"),
    ("cases", "V1", "rest", "norml"),
]


@pytest.mark.parametrize(("section", "code", "field", "word"), WORDS)
def test_a_word_that_is_not_in_the_vocabulary(section, code, field, word):
    """A slip of the pen that would hide a row from every page is a fault of its field."""
    assert f'{section}[{code}].{field}: "{word}" must be one of' in _faults(code, section, **{field: word})
