"""Whatever fires is a rule that holds for this patient, and no contraindication that holds has not fired."""

from hypothesis import given

from guidelines.engine import firing
from guidelines.engine.dosing import said_for
from guidelines.engine.truth import YES, all_of
from tests.property.encounters import encounters, thorough


SECTIONS = ("alerts", "contraindications", "dose_ranges", "options")


@thorough
@given(encounters)
def test_what_fires_stands_in_the_rulebook(encounter):
    book = encounter.book.rulebook
    places = {f"{section}[{row.code}]" for section in SECTIONS for row in getattr(book, section)}
    for told in encounter.told:
        assert set(firing.fired(told)) <= places


@thorough
@given(encounters)
def test_the_contraindications_that_fire_are_those_that_hold(encounter):
    """Unless an alert stops all advice, or the rule concerns no treatment."""
    for person, told in zip(encounter.story, encounter.told, strict=True):
        if told["stopped"]:
            continue
        held = {
            f"contraindications[{rule.code}]"
            for rules in encounter.book.rules
            for rule in rules.contraindications
            if all_of([said_for(person, rule.jurisdictions), person.judgement.population(rule.population)]) is YES
        }
        assert {place for place in firing.fired(told) if place.startswith("contraindications")} == held
