"""A question that is skipped could not have changed the advice, whatever its answer (the wizard's promise)."""

from hypothesis import given
from hypothesis import strategies as st

from guidelines.engine import advice, patient, question
from tests.property.patients import VALUES, met
from tests.property.rulebooks import books, thorough
from tests.spec import ward


def _told(book, person):
    given_ = advice.advise(book, person, edition=ward.EDITION)
    options = [
        (row["code"], row["verdict"], row["option"], row["verdict"] != "not_indicated" and row["dose"], _rules(row))
        for row in given_["options"]
    ]
    return options, [row["code"] for row in given_["alerts"]], given_["stopped"], _swings(given_)


def _rules(row):
    return sorted((reason["kind"], reason["rule"]) for reason in row["reasons"])


def _swings(given_):
    return [(row["fact"], row["variant"], row["changes"]) for row in given_["sensitivity"]]


@thorough
@given(met(books()), st.data())
def test_an_answer_that_was_not_asked_for_changes_nothing(encounter, data):
    """Any answer to a skipped question leaves verdicts, places, doses, reasons, alerts and sensitivity as they were."""
    book, story = encounter
    for person in story[::2]:
        before = _told(book, person)
        if before[2]:
            continue
        idle = sorted(set(VALUES) - set(person.values) - question.open_facts(book, person))
        if idle:
            fact = data.draw(st.sampled_from(idle))
            more = person.answers | {fact: data.draw(VALUES[fact])}
            assert _told(book, _parsed(book, more) or person) == before, (person.answers, more)


def _parsed(book, answers):
    try:
        return patient.parse(book, answers)
    except patient.Refused:
        return None


@thorough
@given(met(books()))
def test_what_is_missing_is_worth_asking(encounter):
    """Every fact that the advice calls missing is a question that the wizard asks."""
    book, story = encounter
    for person in story:
        missing = {row["fact"] for row in advice.advise(book, person, edition=ward.EDITION)["missing"]}
        assert missing <= question.open_facts(book, person)


@thorough
@given(met(books()))
def test_a_fully_answered_patient_is_asked_nothing_that_was_answered(encounter):
    """A question that has its whole answer is not asked again."""
    book, story = encounter
    for person in story:
        whole = {code for code in person.values if not person.state(code).open}
        assert not question.open_facts(book, person) & whole
