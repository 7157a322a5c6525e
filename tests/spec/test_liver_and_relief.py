"""Child-Pugh classes at every cut, and how much of a pain is gone."""

import pytest

from guidelines.engine import patient
from tests.spec import ward


BEST = {"bilirubin": 1.0, "albumin": 4.0, "inr": 1.0, "ascites": "none", "encephalopathy": "none"}
WORST = {"bilirubin": 4.0, "albumin": 2.0, "inr": 3.0, "ascites": "moderate_severe", "encephalopathy": "grade_3_4"}


def _liver(**findings):
    return ward.person({"chronic_liver_disease": True, **findings})


CUTS = [
    # finding       value    points
    ("bilirubin", 1.99, 1),
    ("bilirubin", 2.0, 2),
    ("bilirubin", 3.0, 2),
    ("bilirubin", 3.01, 3),
    ("bilirubin", {"value": 34.2, "unit": "umol/L"}, 2),
    ("bilirubin", {"value": 51.3, "unit": "umol/L"}, 2),
    ("bilirubin", {"value": 52, "unit": "umol/L"}, 3),
    ("albumin", 3.51, 1),
    ("albumin", 3.5, 2),
    ("albumin", 2.8, 2),
    ("albumin", 2.79, 3),
    ("albumin", {"value": 28, "unit": "g/L"}, 2),
    ("albumin", {"value": 35, "unit": "g/L"}, 2),
    ("inr", 1.69, 1),
    ("inr", 1.7, 2),
    ("inr", 2.3, 2),
    ("inr", 2.31, 3),
    ("ascites", "none", 1),
    ("ascites", "mild", 2),
    ("ascites", "moderate_severe", 3),
    ("encephalopathy", "none", 1),
    ("encephalopathy", "grade_1_2", 2),
    ("encephalopathy", "grade_3_4", 3),
]


@pytest.mark.parametrize(("finding", "value", "points"), CUTS)
def test_points_of_one_finding(finding, value, points):
    """Each finding scores 1, 2 or 3; everything else normal scores 4."""
    assert _liver(**BEST | {finding: value}).state("liver_score").value == 4 + points


CLASSES = [
    # findings worse than normal                                        points class
    ({}, 5, "a"),
    ({"inr": 2.0}, 6, "a"),
    ({"inr": 2.0, "ascites": "mild"}, 7, "b"),
    ({"inr": 3.0, "ascites": "moderate_severe"}, 9, "b"),
    ({"inr": 3.0, "ascites": "moderate_severe", "albumin": 3.0}, 10, "c"),
    (WORST, 15, "c"),
    ({"bilirubin": 2.4, "albumin": 3.1, "inr": 1.5, "ascites": "mild"}, 8, "b"),
]


@pytest.mark.parametrize(("findings", "points", "grade"), CLASSES)
def test_class_of_the_score(findings, points, grade):
    """A is 5 to 6, B is 7 to 9, C is 10 to 15 (vector B12 is the last row)."""
    person = _liver(**BEST | findings)
    assert (person.state("liver_score").value, person.state("liver_class").value) == (points, grade)


def test_without_chronic_liver_disease_there_is_no_class():
    """The classes apply only to chronic liver disease: a reason, and nothing to ask."""
    state = ward.person({"chronic_liver_disease": False, **BEST}).state("liver_class")
    assert (state.value, state.open) == (None, frozenset())
    assert "chronic liver disease" in state.refusal


@pytest.mark.parametrize("missing", list(BEST))
def test_a_missing_finding_is_named(missing):
    """Four findings give no class; the fifth, or the class itself, is what is asked for."""
    state = _liver(**{key: value for key, value in BEST.items() if key != missing}).state("liver_class")
    assert (state.value, state.open) == (None, {missing, "child_pugh_stated"})


def test_a_stated_class_is_taken_where_findings_are_missing():
    """Whoever knows the class but not the blood tests may say so."""
    assert _liver(child_pugh_stated="b").state("liver_class").value == "b"
    assert _liver(child_pugh_stated="b").state("liver_score").value is None


def test_a_stated_class_needs_chronic_liver_disease_to_be_known():
    """Before liver disease is known the stated class is not used: a later "no" would overturn it."""
    state = ward.person({"child_pugh_stated": "b"}).state("liver_class")
    assert (state.value, "chronic_liver_disease" in state.open) == (None, True)


def test_a_stated_class_that_is_not_asked_for_is_no_class():
    """Where nobody is asked for the class, the findings alone decide."""
    stated = next(fact for fact in ward.facts() if fact["code"] == "child_pugh_stated")
    book = ward.book(facts=[stated | {"asked_of": "female"}])
    state = ward.person({"sex": "male", "chronic_liver_disease": True}, book).state("liver_class")
    assert state.value is None
    assert set(BEST) <= state.open


@pytest.mark.parametrize(("stated", "agrees"), [("a", True), ("b", False), ("c", False)])
def test_a_stated_class_that_contradicts_the_findings_is_refused(stated, agrees):
    """Findings that score 5 are class A; saying otherwise is an error to be corrected, not chosen from."""
    if agrees:
        assert _liver(**BEST, child_pugh_stated=stated).state("liver_class").value == "a"
        return
    with pytest.raises(patient.Refused, match=f"class {stated.upper()} contradicts.*score 5"):
        _liver(**BEST, child_pugh_stated=stated)


def test_the_contradiction_is_found_also_where_a_question_depends_on_the_class():
    """A question asked only in class B does not hide the contradiction."""
    asked = {"code": "varices", "topic": "person", "kind": "boolean", "text": "Varices?", "asked_of": "liver_b"}
    answers = {"chronic_liver_disease": True, **BEST, "child_pugh_stated": "b", "varices": True}
    with pytest.raises(patient.Refused, match="contradicts the findings"):
        ward.person(answers, ward.book(facts=[asked]))


RELIEF = [
    # before now   percent points
    (8, 4, 50, 4),
    (10, 7, 30, 3),
    (7, 6.5, 7.1, 0.5),
    (7, 4.9, 30, 2.1),
    (5, 5, 0, 0),
    (4, 6, -50, -2),
    (3, 0, 100, 3),
]


@pytest.mark.parametrize(("before", "now", "percent", "points"), RELIEF)
def test_how_much_of_a_pain_is_gone(before, now, percent, points):
    """The fall from the baseline in percent and in points (vector B10); a rise is a negative fall."""
    person = ward.person({"ache_before": before, "ache_now": now})
    assert round(person.state("relief").value, 1) == percent
    assert round(person.state("points").value, 1) == points


def test_a_baseline_of_nothing_leaves_nothing_to_compare_with():
    """A baseline of 0 gives a reason, not a division by zero."""
    state = ward.person({"ache_before": 0, "ache_now": 0}).state("relief")
    assert (state.value, "baseline of 0" in state.refusal) == (None, True)


@pytest.mark.parametrize(("answers", "open_"), [({"ache_before": 5}, {"ache_now"}), ({"ache_now": 5}, {"ache_before"})])
def test_relief_needs_both_scores(answers, open_):
    """One score is no change."""
    assert ward.person(answers).state("relief").open == open_
