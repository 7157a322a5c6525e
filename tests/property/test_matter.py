"""A question on which nothing hangs may be left open: no answer to it changes what is advised, and it does not come to matter later."""

from itertools import pairwise
from random import Random

from hypothesis import given

from guidelines.engine import advice, matter, question
from tests.property import patients
from tests.property.encounters import encounters, thorough
from tests.spec import ward


OUT = {"exclude", "not_indicated"}


@thorough
@given(encounters)
def test_an_answer_on_which_nothing_hangs_changes_nothing_that_is_advised(encounter):
    """Alerts, sentences and every treatment that may be given stay as they were; what is out stays out."""
    chance = Random(encounter.seed)
    for person, told in list(zip(encounter.story, encounter.told, strict=True))[::3]:
        idle = sorted(set(patients.FACTS) - set(person.values) - set(matter.matters(encounter.book, person)))
        for fact in () if told["stopped"] else idle:
            more = person.answers | {fact: patients.answer(chance, fact)}
            other = patients.parsed(encounter.book, more) or person
            assert _core(advice.advise(encounter.book, other, edition=ward.EDITION)) == _core(told), (fact, more)


def _core(told):
    alerts = [row["code"] for row in told["alerts"]]
    said = [row["code"] for row in (*told["statements"], *told["disagreements"])]
    return [_place(row) for row in told["options"] if row["verdict"] not in OUT], alerts, told["sensitivity"], said


def _place(row):
    reasons = sorted((reason["kind"], reason["rule"]) for reason in row["reasons"])
    shown = [[item["rule"] for item in row[part]] for part in ("effects", "monitoring")]
    return row["code"], row["verdict"], row["option"], row["dose"], reasons, shown


@thorough
@given(encounters)
def test_everything_that_the_advice_calls_missing_matters_and_is_a_question(encounter):
    """What matters lies between what the advice calls missing and what could change any word of it."""
    for person, told in zip(encounter.story, encounter.told, strict=True):
        mattering = set(matter.matters(encounter.book, person))
        assert {row["fact"] for row in told["missing"]} <= mattering
        assert mattering <= question.open_facts(encounter.book, person)


@thorough
@given(encounters)
def test_no_question_comes_to_matter_later(encounter):
    """One more answer never adds a question, but for the measurements of a formula once it is known to apply."""
    asked = [set(matter.matters(encounter.book, person)) for person in encounter.story]
    assert all(later - earlier <= set(ward.LIVER) for earlier, later in pairwise(asked))
