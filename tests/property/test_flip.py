"""Flips of patients nobody thought of: each is confirmed by advising again, and none that lies nearer was passed over."""

from random import Random

from hypothesis import given

from guidelines.engine import flip, supposition
from guidelines.engine.outcome import changes, outcomes
from guidelines.engine.way import Side
from tests.property.encounters import encounters, thorough


AWAY = {Side.BELOW: -1, Side.AT_MOST: 0, Side.ABOVE: 1, Side.AT_LEAST: 0}


@thorough
@given(encounters)
def test_every_turn_is_what_the_patient_would_be_advised_there(encounter):
    """On the named side of the named number each treatment becomes what was told."""
    person = encounter.story[-1]
    for turn in flip.numbers(person):
        fact = person.book.facts[turn.fact]
        step = AWAY[turn.side] * (1 if fact.whole else 1e-6 * max(abs(turn.at), 1))
        there = outcomes(person.book, supposition.number(person, fact, turn.at + step))
        assert {change.treatment: change.after for change in turn.changes}.items() <= there.items()


@thorough
@given(encounters)
def test_nothing_changes_before_the_first_turn(encounter):
    """Between where a worked-out value stands and its nearest turns every verdict stays."""
    person, chance = encounter.story[-1], Random(encounter.seed)
    here, found = outcomes(person.book, person), flip.numbers(person)
    for fact in person.book.rulebook.facts:
        known = person.state(fact.code).value
        if not fact.formula or isinstance(known, str) or known is None or not person.book.bounds.get(fact.code):
            continue
        below = max((turn.at for turn in found if turn.fact == fact.code and turn.at < known), default=None)
        if below is not None:
            other = supposition.number(person, fact, chance.uniform(below + 1e-4, known))
            told = changes(here, outcomes(person.book, other))
            assert not [change for change in told if change.before.verdict is not change.after.verdict]
