"""A question that is skipped could not have changed the advice, whatever its answer (the wizard's promise)."""

from random import Random

from hypothesis import given

from guidelines.engine import advice, question
from tests.property import patients
from tests.property.encounters import encounters, thorough
from tests.spec import ward


@thorough
@given(encounters)
def test_an_answer_that_was_not_asked_for_changes_nothing(encounter):
    """Any answer to a skipped question leaves verdicts, places, doses, reasons, alerts and sensitivity as they were."""
    chance = Random(encounter.seed)
    for person, told in list(zip(encounter.story, encounter.told, strict=True))[::3]:
        idle = sorted(set(patients.FACTS) - set(person.values) - question.open_facts(encounter.book, person))
        for fact in () if told["stopped"] else idle:
            more = person.answers | {fact: patients.answer(chance, fact)}
            other = patients.parsed(encounter.book, more) or person
            assert _core(advice.advise(encounter.book, other, edition=ward.EDITION)) == _core(told), (fact, more)


def _core(told):
    alerts = [row["code"] for row in told["alerts"]]
    swings = [(row["fact"], row["variant"], row["changes"]) for row in told["sensitivity"]]
    return [_place(row) for row in told["options"]], alerts, told["stopped"], swings


def _place(row):
    reasons = sorted((reason["kind"], reason["rule"]) for reason in row["reasons"])
    dose = [] if row["verdict"] == "not_indicated" else row["dose"]
    return row["code"], row["verdict"], row["option"], dose, reasons


@thorough
@given(encounters)
def test_what_is_missing_is_worth_asking(encounter):
    """Every fact that the advice calls missing is a question that the wizard asks."""
    for person, told in zip(encounter.story, encounter.told, strict=True):
        assert {row["fact"] for row in told["missing"]} <= question.open_facts(encounter.book, person)


@thorough
@given(encounters)
def test_no_question_is_asked_that_has_its_whole_answer(encounter):
    """Only an unfinished list or trial is asked about again."""
    for person in encounter.story:
        whole = {code for code in person.values if not person.state(code).open}
        assert not question.open_facts(encounter.book, person) & whole
