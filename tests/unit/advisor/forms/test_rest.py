"""What is said in one go of everything left open on a page: no, none or normal, or not known; what is grave stands alone."""

import pytest
from django.http import QueryDict

from advisor import forms
from tests import bedside


BOOK = bedside.book()
CODES = ("choking", "days", "tried", "medicines", "sex")


def filled(typed, codes=CODES, alone=()):
    asked = [forms.question(BOOK.facts[code], BOOK, alone=code in alone) for code in codes]
    return forms.Topic(asked, data=QueryDict(typed))


def test_the_rest_is_no_none_or_normal():
    form = filled("a-rest=no&a-sex=male&a-medicines=calmol")
    assert form.is_valid(), form.errors
    taken = {"choking": False, "days": None, "tried": [], "sex": "male"}
    assert form.page == taken | {"medicines": {"calmol": True, "complete": True}}


def test_the_rest_is_not_known():
    form = filled("a-rest=not-known&a-medicines=calmol")
    assert form.is_valid(), form.errors
    unknown = dict.fromkeys(("choking", "days", "tried", "sex"))
    assert form.page == unknown | {"medicines": {"calmol": True, "complete": False}}


def test_a_choice_of_which_nothing_is_normal_is_not_denied():
    form = filled("a-rest=no")
    assert not form.is_valid()
    assert [fault["code"] for fault in form.faults()] == ["sex"]


@pytest.mark.parametrize("rest", ["no", "not-known"])
def test_what_stands_alone_is_answered_for_itself(rest):
    form = filled(f"a-rest={rest}&a-sex=male", alone={"choking"})
    assert not form.is_valid()
    assert [fault["code"] for fault in form.faults()] == ["choking"]
    assert form.alone == "choking"


def test_what_was_answered_is_not_touched():
    form = filled("a-rest=no&a-sex=male&a-choking=yes&a-days=not+a+number")
    assert not form.is_valid()
    assert form.page["choking"] is True
    assert [fault["code"] for fault in form.faults()] == ["days"]


def test_without_it_every_question_is_to_be_answered():
    assert {fault["code"] for fault in filled("a-sex=male").faults()} == set(CODES) - {"sex"}


def test_it_is_not_asked_about_a_single_question():
    assert "rest" not in filled("", codes=["choking"]).fields
    assert "rest" not in filled("", codes=["choking", "days"], alone={"choking"}).fields
    assert "rest" in filled("", codes=["choking", "days"]).fields


def test_it_says_that_open_numbers_become_not_known():
    words = [str(words) for _, words in filled("").fields["rest"].choices]
    assert words == ["No, none or normal; open numbers are not known", "Not known"]
    assert str(filled("", codes=["choking", "tried"]).fields["rest"].choices[0][1]) == "No, none or normal"


def test_a_row_that_is_filled_in_says_that_something_was_tried():
    form = filled("a-tried__0__treatment=calmol", codes=["tried"])
    assert form.is_valid(), form.errors
    assert form.page["tried"][0]["treatment"] == "calmol"


def test_a_page_begins_at_the_first_question_that_is_open():
    asked = [forms.question(BOOK.facts[code], BOOK) for code in ("sex", "age", "choking")]
    form = forms.Topic(asked, {"sex": "male"})
    form.focus()
    assert "autofocus" in str(form["age"])
    assert "autofocus" not in str(form["sex"]) + str(form["choking"])


def test_of_several_buttons_the_first_takes_the_focus():
    form = forms.Topic([forms.question(BOOK.facts["choking"], BOOK)])
    form.focus()
    assert str(form["choking"]).count("autofocus") == 1


def test_a_whole_number_brings_up_the_keypad_without_a_decimal_sign():
    form = forms.Topic([forms.question(BOOK.facts[code], BOOK) for code in ("age", "weight")])
    assert 'inputmode="numeric"' in str(form["age"])
    assert 'inputmode="decimal"' in str(form["weight"])
