"""Topics as pages: only questions that matter, each in its turn, and every other with its reason."""

import pytest

from advisor import wizard
from advisor.models import Draft
from advisor.wizard.topics import Reason
from guidelines.engine import patient
from tests import bedside


BOOK = bedside.book()


def pages(answers):
    return wizard.pages(patient.parse(BOOK, answers))


def due(answers):
    return {fact.code for page in pages(answers) for fact in page.due}


def left(answers):
    return {one.fact.code: one.reason for page in pages(answers) for one in page.left}


def test_a_question_for_some_waits_until_it_is_known_whether_this_is_one():
    assert left({})["pregnant"] is Reason.WAITING
    assert "pregnant" in due({"sex": "female"})
    assert left({"sex": "male"})["pregnant"] is Reason.NOT_MEANT


def test_a_question_for_some_is_asked_where_nobody_knows_whether_this_is_one():
    assert "pregnant" in due({"sex": None})


def test_a_chain_of_such_questions_opens_one_by_one():
    assert "weeks_pregnant" not in due({"sex": "female"})
    assert "weeks_pregnant" in due({"sex": "female", "pregnant": True})
    assert "weeks_pregnant" not in due({"sex": "female", "pregnant": False})


def test_what_cannot_change_the_advice_is_not_asked():
    assert left({})["height"] is Reason.IDLE, "no rule reads the body mass index"


def test_what_was_asked_and_is_not_known_is_not_asked_again():
    assert "age" not in due({"age": None})


def test_nothing_is_asked_once_an_alert_stops_the_advice():
    assert due({"age": 7}) == set()


TRIED = [{"treatment": "calmol", "daily_dose": 40, "weeks": 9, "outcome": "none", "still_taking": False}]


def test_what_could_only_speak_against_what_is_out_anyway_is_spare():
    """Calmol is out once it was tried in vain, and what else is taken would be one more reason."""
    assert "medicines" in due({"age": 40, "tried": []})
    assert left({"age": 40, "tried": TRIED})["medicines"] is Reason.SPARE


def test_what_is_spare_is_asked_on_demand():
    page = wizard.page(pages({"age": 40, "sex": "male", "jurisdiction": "us", "tried": TRIED}), "patient")
    assert wizard.asked(page) == ["jurisdiction", "age", "sex"], "all are answered"
    assert wizard.asked(page, spare=True) == ["weight", "medicines"]


def test_a_question_behind_an_alert_that_holds_treatment_back_stands_alone():
    signs = wizard.page(pages({}), "signs")
    asked = wizard.questions(BOOK, signs, ["choking", "days", "tried"], {})
    assert [question.code for question in asked if question.alone] == ["choking"]


def test_the_next_page_is_the_first_with_a_question_due_then_the_summary():
    draft = Draft(guideline="hiccups", key="key")
    assert wizard.onward(pages({}), draft) == ("topic", "hiccups", "key", "patient")
    assert wizard.onward(pages({"age": 7}), draft) == ("summary", "hiccups", "key")


def test_a_topic_that_is_not_there_is_lost():
    with pytest.raises(wizard.Lost):
        wizard.page(pages({}), "nothing")
