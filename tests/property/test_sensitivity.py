"""Another method of a formula is tried only where it matters, and nothing that it would change is missed."""

from dataclasses import replace

from hypothesis import given

from guidelines.engine import patient, sensitivity, weighing
from tests.property.encounters import encounters, thorough


@thorough
@given(encounters)
def test_what_does_not_hang_on_a_value_need_not_be_weighed_again(encounter):
    """To weigh every treatment and judge every exclusion anew finds no other change and no other hold."""
    everything = {rules.treatment.code: rules.contraindications for rules in encounter.book.rules}
    thorough_book = replace(encounter.book, swayed=dict.fromkeys(encounter.book.swayed, everything))
    for person in encounter.story:
        again = patient.parse(thorough_book, person.answers)
        quick, slow = weighing.weigh(encounter.book, person), weighing.weigh(thorough_book, again)
        assert _found(quick) == _found(slow), person.answers


def _found(weighed):
    swings = [(one.method, one.changes, {*one.holds}) for one in weighed.swings]
    return swings, [(found.verdict, found.lacking) for found in weighed.considered]


@thorough
@given(encounters)
def test_a_patient_by_another_method_is_the_patient_judged_from_the_start(encounter):
    """What is taken over from the leading method is what would have been found without it."""
    book = encounter.book
    nothing_kept = replace(book, leaning=dict.fromkeys(book.leaning, frozenset({*book.criteria, *book.facts})))
    for person in encounter.story:
        again = patient.parse(nothing_kept, person.answers)
        for fact, method in sensitivity.others(person):
            taken_over, anew = person.by(fact, method), again.by(fact, method)
            for code in book.criteria:
                assert taken_over.judgement.population(code) is anew.judgement.population(code), code
