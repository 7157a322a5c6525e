"""A page of questions: every kind is read as its answer, "not known" among them, or says what to mend."""

import pytest
from django.http import QueryDict

from advisor import forms
from guidelines.engine.decoding import Fault
from tests import bedside


def question(code, **options):
    return forms.question(bedside.book().facts[code], bedside.book(), **options)


def filled(code, **typed):
    data = QueryDict(mutable=True)
    for name, value in typed.items():
        data.setlist(f"a-{name}", value if isinstance(value, list) else [value])
    return forms.Topic([question(code)], data=data)


@pytest.mark.parametrize(
    ("code", "typed", "answer"),
    [
        ("choking", {"choking": "yes"}, True),
        ("choking", {"choking": "no"}, False),
        ("choking", {"choking": "not-known"}, None),
        ("sex", {"sex": "female"}, "female"),
        ("sex", {"sex": "not-known"}, None),
        ("age", {"age": "55"}, 55),
        ("age", {"age__unknown": "on"}, None),
        ("weight", {"weight": "176", "weight__unit": "[lb_av]"}, {"value": 176, "unit": "[lb_av]"}),
        ("medicines", {"medicines": ["calmol"], "medicines__complete": "complete"}, {"calmol": True, "complete": True}),
        ("medicines", {"medicines": ["herbs"], "medicines__complete": "unsure"}, {"herbs": True, "complete": False}),
        ("medicines", {"medicines__complete": "complete"}, {"complete": True}),
        ("medicines", {"medicines__complete": "unsure"}, None),
        ("tried", {"tried": "no"}, []),
        ("tried", {"tried": "not-known"}, None),
    ],
)
def test_an_answer_is_read(code, typed, answer):
    form = filled(code, **typed)
    assert form.is_valid(), form.errors
    assert form.page == {code: answer}


@pytest.mark.parametrize(
    ("code", "typed", "says"),
    [
        ("choking", {}, "Choose an answer"),
        ("choking", {"choking": "maybe"}, "Select a valid choice"),
        ("age", {}, "Give the number"),
        ("age", {"age": "1.000"}, "read in two ways"),
        ("age", {"age": "NaN"}, "in figures"),
        ("age", {"age": "5", "age__unknown": "on"}, "not both"),
        ("weight", {"weight": "80", "weight__unit": "stone"}, "Select a valid choice"),
        ("weight", {"weight": "300"}, "unusual"),
        ("medicines", {"medicines": ["calmol"]}, "Say whether the list is complete"),
        ("medicines", {"medicines": ["arsenic"], "medicines__complete": "complete"}, "Select a valid choice"),
        ("tried", {"tried": "yes"}, "which treatment"),
        ("tried", {"tried": "no", "tried__0__treatment": "calmol"}, "filled in below"),
        ("tried", {"tried": "yes", "tried__0__weeks": "3"}, "choose the treatment"),
        ("tried", {"tried": "yes", "tried__0__treatment": "calmol", "tried__0__weeks": "1,500"}, "read in two ways"),
    ],
)
def test_what_is_no_answer_says_what_to_mend(code, typed, says):
    form = filled(code, **typed)
    assert not form.is_valid()
    assert any(says in fault["text"] for fault in form.faults())
    assert {fault["code"] for fault in form.faults()} == {code}


def test_an_unusual_value_is_taken_once_it_is_confirmed():
    form = filled("weight", weight="300", weight__unit="kg", weight__confirm="on")
    assert form.is_valid()
    assert form.page["weight"] == {"value": 300, "unit": "kg", "confirmed": True}


def test_the_confirmation_shows_only_when_it_is_called_for():
    assert "I confirm" not in str(shown("weight", weight="80"))
    assert shown("weight", weight="300")["confirm_field"] is not None


def shown(code, **typed):
    form = filled(code, **typed)
    form.is_valid()
    return form.questions[0].shown(form)


def test_a_trial_is_read_from_its_row():
    cells = {"treatment": "calmol", "daily_dose": "20", "weeks": "3", "outcome": "none", "still_taking": "no"}
    form = filled("tried", tried="yes", **{f"tried__0__{name}": value for name, value in cells.items()})
    assert form.is_valid(), form.errors
    trial = {"treatment": "calmol", "daily_dose": 20, "weeks": 3, "outcome": "none", "still_taking": False}
    assert form.page == {"tried": [trial]}


def test_another_row_keeps_what_was_typed():
    data = QueryDict("a-tried=yes&a-tried__rows=1&a-tried__0__treatment=calmol&add=tried")
    form = forms.Topic.reshown([question("tried")], data)
    parts = form.questions[0].shown(form)
    assert parts["count"] == 2
    assert parts["rows"][0][0].value() == "calmol"
    assert form.faults() == []


def test_what_was_answered_is_filled_in_again():
    trials = [{"treatment": "calmol", "daily_dose": 20, "weeks": None, "outcome": "none", "still_taking": True}]
    known = {"weight": {"value": 176, "unit": "[lb_av]"}, "age": None, "sex": "male", "tried": trials}
    form = forms.Topic([question(code) for code in known], known)
    assert form["weight"].value() == "176"
    assert form["weight__unit"].value() == "[lb_av]"
    assert form["age__unknown"].value() is True
    assert form["sex"].value() == "male"
    assert form["tried__0__still_taking"].value() == "yes"


def test_the_unit_last_chosen_is_chosen_again():
    form = forms.Topic([question("weight", unit="[lb_av]")])
    assert form["weight__unit"].value() == "[lb_av]"


def test_medicines_stand_once_and_by_class():
    form = forms.Topic([question("medicines")])
    groups = form.questions[0].shown(form)["groups"]
    assert [group["name"] for group in groups] == ["Soothers", "Other medicines"]
    assert groups[0]["boxes"][0]["note"] == "Stillit, CLM"


def test_the_engines_fault_shows_at_its_question_or_leads_to_its_page():
    form = filled("age", age="55")
    form.is_valid()
    form.refuse([Fault("age", "is odd."), Fault("choking", "is odd too."), Fault("nowhere", "is odd as well.")])
    assert [(fault["code"], fault["topic"]) for fault in form.faults()] == [
        ("choking", "signs"),
        ("nowhere", ""),
        ("age", ""),
    ]
