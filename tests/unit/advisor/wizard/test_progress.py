"""Progress: where one stands, and what is left out for which reason."""

from advisor import wizard
from guidelines.engine import patient
from tests import bedside


BOOK = bedside.book()


def person(answers):
    return patient.parse(BOOK, answers)


def steps(answers, current=""):
    return wizard.steps(BOOK, wizard.pages(person(answers)), current)


def test_the_steps_say_what_is_to_do_and_what_is_not_needed():
    stopped = steps({"age": 7}, "patient")
    assert {step["code"]: str(step["words"]) for step in stopped["pages"]} == {"patient": "done", "signs": "not needed"}
    assert stopped["words"] == "Page 1 of 1: 0 questions to answer"


def test_the_steps_count_the_questions_that_are_due():
    begun = steps({"age": 40}, "signs")
    assert begun["words"].startswith("Page 2 of 2: ")
    assert begun["pages"][1]["words"] == "3 questions"
    assert begun["back"] == "patient"


def test_what_is_left_out_says_why():
    told = {
        f"{group['why']} {group['whom']}".strip(): group["facts"]
        for group in steps({"sex": "male"})["pages"][0]["left"]
    }
    assert told["no answer could change the advice"] == "height"
    assert told["asked only for the patient is female"] == "pregnant"
    assert told["asked only for the patient is pregnant"] == "weeks pregnant"


def test_the_answers_to_check_are_in_words_with_what_is_open():
    checked = wizard.checked(known := person({"age": 40, "choking": None}), wizard.pages(known))
    rows = {row["code"]: row["words"] for page in checked["pages"] for row in page["rows"]}
    assert rows == {"age": "40 years", "choking": "Not known"}
    assert (checked["due"], checked["next"]) == (6, "patient")
