"""The plan: what a prescriber needs first, in few words, and what all choices have in common said once."""

from functools import cache

import pytest

from advisor.sheet import plan
from guidelines.engine import advice, case, compilation, document, patient
from guidelines.packages import read


@cache
def book():
    return compilation.compiled(document.read(read("guidelines/content/neuropathy")))


@cache
def advised(code):
    [worked] = [one for one in book().rulebook.cases if one.code == code]
    person = patient.parse(book(), case.answered(book(), worked))
    given = advice.advise(book(), person, edition={"number": 1, "sha256": "e" * 64, "status": "Submitted"})
    return person, {option["code"]: option for option in given["options"]}


def planned(code, treatment):
    person, options = advised(code)
    return plan.of(options[treatment], person)


PLANS = [
    ("V01", "duloxetine", "60 mg once daily", "no increase: the start is the maximum", "", "60 mg/day"),
    ("V01", "pregabalin", "50 mg three times daily", "day 8: 100 mg three times daily", "150–300 mg/day", "300 mg/day"),
    ("V01", "amitriptyline", "10 mg at night", "by 10 to 25 mg every 3 to 7 days", "25–75 mg/day", "75 mg/day"),
    ("V02", "duloxetine", "30 mg once daily for 7 days", "day 8: 60 mg once daily", "", "60 mg/day"),
    ("V30", "pregabalin", "75 mg/day", "no steps are stated for this dose range", "75–150 mg/day", "150 mg/day"),
    ("V30", "duloxetine", "30 mg once daily", "day 8: 60 mg/day", "", "60 mg/day"),
]


@pytest.mark.parametrize(("code", "treatment", "start", "then", "usual", "maximum"), PLANS)
def test_a_plan_says_start_steps_and_maximum_for_this_patient(code, treatment, start, then, usual, maximum):
    told = planned(code, treatment)
    assert (told["start"], told["then"], told["usual"], told["maximum"]) == (start, then, usual, maximum)


def test_steps_by_their_days_and_the_words_of_what_is_beyond_them():
    assert planned("V01", "gabapentin")["then"] == (
        "day 2: 300 mg twice daily; day 3: 300 mg three times daily; from day 4 upwards to 1800 mg/day as needed"
    )


def test_the_band_says_why_the_maximum_is_what_it_is():
    assert planned("V30", "pregabalin")["why"] == "creatinine clearance 30 to below 60 mL/min"


def test_side_by_side_the_usual_dose_is_told_also_where_it_is_the_maximum():
    _person, options = advised("V01")
    assert plan.usual(options["duloxetine"]["dose"][0]) == "60 mg/day"
    assert plan.usual(options["nortriptyline"]["dose"][0]) == ""


def test_without_a_dose_there_is_nothing_to_start_with():
    assert planned("V07", "pregabalin")["start"] == ""


def test_what_all_treatments_ask_for_is_said_once_and_one_thing_for_each():
    plans = [planned("V01", code) | {"code": code} for code in ("duloxetine", "pregabalin", "nortriptyline")]
    shared = plan.side_by_side(plans, {})
    assert shared == ["Ask about mood and sleep, which the AAN wants assessed in painful diabetic neuropathy."]
    assert plans[0]["checks"] == ["Measure blood pressure."]
    assert all(len(one["checks"]) == 1 for one in plans)


def test_another_method_that_would_change_the_dose_comes_first():
    plans = [planned("V30", "pregabalin") | {"code": "pregabalin"}]
    plan.side_by_side(plans, {"pregabalin": [{"method": "total weight (76.9 mL/min)"}]})
    assert plans[0]["checks"][0] == "With total weight (76.9 mL/min) the dose or the verdict is another: see below."
    assert len(plans[0]["checks"]) == 2
