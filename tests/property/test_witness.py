"""A witness is a patient of whom the engine says the same; and where there is none, no patient is ever found."""

from itertools import pairwise

import pytest
from hypothesis import given

from guidelines.engine.criterion import Judgement
from guidelines.engine.fact import Members, State
from guidelines.engine.truth import NO, UNKNOWN, YES
from guidelines.readiness import witness
from guidelines.readiness.space import Space
from tests.property.encounters import encounters, made, thorough


def drawn(space, sketch, fact):
    """What is known of a fact of a sketched patient: one of the regions left, exactly what a list holds, or nothing."""
    if fact in sketch.within:
        regions = space.regions[fact]
        return regions[next(at for at in range(len(regions)) if sketch.within[fact] >> at & 1)].state
    if not sketch.touches(fact):
        return State()
    held = sketch.present.get(fact, 0)
    if fact == "trials":
        return State(value=tuple(shape for at, shape in enumerate(space.shapes) if held >> at & 1))
    codes = list(space.book.members[fact])
    return State(value=Members(frozenset(code for at, code in enumerate(codes) if held >> at & 1), complete=True))


def judgement(space, sketch):
    return Judgement(lambda fact: drawn(space, sketch, fact), space.book.criteria)


@thorough
@given(encounters)
def test_the_engine_agrees_with_every_witness(encounter):
    space = Space(encounter.book)
    for code in encounter.book.criteria:
        for holds, truth in ((True, YES), (False, NO)):
            sketch = witness.find(space, [space.population(code, holds=holds)])
            assert sketch is None or judgement(space, sketch).population(code) is truth, (code, holds)


@thorough
@given(encounters)
def test_a_witness_was_asked_what_the_sketch_answers_for_it(encounter):
    space = Space(encounter.book)
    guarded = [fact for fact in encounter.book.facts.values() if fact.asked_of]
    for code in encounter.book.criteria:
        sketch = witness.find(space, [space.population(code)])
        for fact in [fact for fact in guarded if sketch and fact.code in sketch.within]:
            state = drawn(space, sketch, fact.code)
            both = sketch.within[fact.code] & space.asked(fact.code) and sketch.within[fact.code] & ~space.asked(
                fact.code
            )
            asked = judgement(space, sketch).population(fact.asked_of)
            assert both or asked is (NO if state.no_by_rule else YES), (code, fact.code)


@thorough
@given(encounters)
def test_where_there_is_no_witness_there_is_no_patient(encounter):
    """Of patients who answered a question before it is known whether they are asked it, nothing is claimed."""
    space = Space(encounter.book)
    guards = {fact.asked_of for fact in encounter.book.facts.values() if fact.asked_of}
    people = [one for one in encounter.story if all(one.judgement.population(code) is not UNKNOWN for code in guards)]
    for before, after in pairwise(encounter.book.criteria):
        for person in people:
            said = [(code, person.judgement.population(code)) for code in (before, after)]
            goals = [space.population(code, holds=truth is YES) for code, truth in said if truth is not UNKNOWN]
            assert witness.find(space, goals) is not None, (said, person.answers)


def test_a_search_that_grows_too_long_says_so(monkeypatch):
    space = Space(made(1).book)
    monkeypatch.setattr(witness, "MOST_STEPS", 0)
    with pytest.raises(witness.Undecided):
        witness.find(space, [])
