"""The wizard: only questions that matter, each in its turn, and nothing dropped without a word."""

import pytest

from advisor import wizard
from guidelines.engine import patient
from tests import bedside


BOOK = bedside.book()


class Session(dict):
    """As much of a session as the wizard needs."""

    modified = False


def due(answers):
    person = patient.parse(BOOK, answers)
    return {fact.code for page in wizard.pages(person) for fact in page.due}


def draft(**answers):
    return wizard.Draft("hiccups", "key", 1, "digest", answers)


def test_a_question_for_some_waits_until_it_is_known_whether_this_is_one():
    assert "pregnant" not in due({})
    assert "pregnant" in due({"sex": "female"})
    assert "pregnant" not in due({"sex": "male"})


def test_a_question_for_some_is_asked_where_nobody_knows_whether_this_is_one():
    assert "pregnant" in due({"sex": None})


def test_a_chain_of_such_questions_opens_one_by_one():
    assert "weeks_pregnant" not in due({"sex": "female"})
    assert "weeks_pregnant" in due({"sex": "female", "pregnant": True})
    assert "weeks_pregnant" not in due({"sex": "female", "pregnant": False})


def test_what_cannot_change_the_advice_is_not_asked():
    assert "height" not in due({}), "no rule reads the body mass index"


def test_what_was_asked_and_is_not_known_is_not_asked_again():
    assert "age" not in due({"age": None})


def test_nothing_is_asked_once_an_alert_stops_the_advice():
    assert due({"age": 7}) == set()


def test_answers_that_another_answer_makes_irrelevant_are_dropped_and_told():
    kept = draft(sex="female", pregnant=True, weeks_pregnant=31)
    dropped = wizard.taken(BOOK, kept, {"sex": "male"})
    assert kept.answers == {"sex": "male"}
    assert [fact.code for fact in dropped] == ["pregnant", "weeks_pregnant"]


def test_a_contradiction_is_refused_and_leaves_the_draft_as_it_was():
    kept = draft(sex="female", pregnant=True)
    with pytest.raises(patient.Refused, match="under 2"):
        wizard.taken(BOOK, kept, {"age": 1})
    assert kept.answers == {"sex": "female", "pregnant": True}


def test_an_implausible_answer_is_refused():
    with pytest.raises(patient.Refused, match="120"):
        wizard.taken(BOOK, draft(), {"age": 250})


def test_another_edition_keeps_every_answer_that_fits():
    reading = type("Reading", (), {"compiled": BOOK, "number": 2, "sha256": "other"})
    kept = draft(age=250, sex="female", pregnant=True, gone=True)
    assert wizard.moved(kept, reading) == ["age", "gone"]
    assert kept.answers == {"sex": "female", "pregnant": True}
    assert (kept.edition, kept.sha256) == (2, "other")


def test_the_session_keeps_drafts_apart_and_forgets_the_oldest():
    session = Session()
    reading = type("Reading", (), {"slug": "hiccups", "number": 1, "sha256": "digest"})
    begun = [wizard.begin(session, reading) for _ in range(13)]
    assert wizard.find(session, "hiccups", begun[-1].key).answers == {}
    with pytest.raises(wizard.Lost):
        wizard.find(session, "hiccups", begun[0].key)
    with pytest.raises(wizard.Lost):
        wizard.find(session, "coughs", begun[-1].key)


def test_a_finished_draft_keeps_no_answers():
    session = Session()
    wizard.finish(session, draft(age=50), "some-id")
    found = wizard.find(session, "hiccups", "key")
    assert (found.done, found.answers) == ("some-id", {})


def test_units_are_remembered():
    session = Session()
    wizard.remember_units(session, {"weight": {"value": 176, "unit": "[lb_av]"}, "age": 4})
    assert wizard.units(session) == {"weight": "[lb_av]"}


def test_the_steps_say_what_is_left_out():
    stopped = wizard.steps(BOOK, draft(age=7), "patient")
    states = {step["topic"].code: step["state"] for step in stopped["pages"]}
    assert states == {"patient": "done", "signs": "idle"}
    assert wizard.onward(BOOK, draft(age=7)) == ("summary", "hiccups", "key")
    assert wizard.onward(BOOK, draft()) == ("topic", "hiccups", "key", "patient")
