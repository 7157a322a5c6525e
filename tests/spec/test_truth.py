"""Truth in three values: what is not known is neither yes nor no."""

import pytest

from guidelines.engine.criterion import Group
from guidelines.engine.population import Join
from guidelines.engine.truth import NO, UNKNOWN, YES, all_of, any_of, both, either, of
from tests.spec import ward


PAIRS = [
    # one      other    both     either
    (YES, YES, YES, YES),
    (YES, NO, NO, YES),
    (YES, UNKNOWN, UNKNOWN, YES),
    (NO, NO, NO, NO),
    (NO, UNKNOWN, NO, UNKNOWN),
    (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
]


@pytest.mark.parametrize(("one", "other", "together", "instead"), PAIRS)
def test_two_criteria_joined(one, other, together, instead):
    """A no settles "all of", a yes settles "any of", in whichever order they stand; otherwise unknown spreads."""
    assert all_of([one, other]) is all_of([other, one]) is both(one, other) is both(other, one) is together
    assert any_of([one, other]) is any_of([other, one]) is either(one, other) is either(other, one) is instead


@pytest.mark.parametrize(("truth", "opposite"), [(YES, NO), (NO, YES), (UNKNOWN, UNKNOWN)])
def test_the_opposite(truth, opposite):
    """The opposite of what is not known is not known either."""
    assert truth.negated() is opposite
    assert truth.negated().negated() is truth


@pytest.mark.parametrize("truth", [YES, NO, UNKNOWN])
def test_a_truth_is_never_taken_for_true_or_false(truth):
    """Unknown cannot slide into "no": a truth refuses to stand as a condition."""
    with pytest.raises(TypeError, match="three values"):
        bool(truth)


@pytest.mark.parametrize("join", [all_of, any_of])
def test_nothing_at_all_cannot_be_joined(join):
    """An empty "all of" would be true of everybody."""
    with pytest.raises(ValueError, match="at least one line"):
        join([])


@pytest.mark.parametrize("join", list(Join))
def test_an_empty_population_cannot_be_built(join):
    """A population without a line would take in everybody."""
    with pytest.raises(ValueError, match="at least one line"):
        Group(join, ())


def test_what_is_known_is_yes_or_no():
    """A plain finding is yes or no."""
    assert (of(True), of(False)) == (YES, NO)


def test_over_65_or_not_over_65_stays_unknown_until_asked():
    """Whoever is asked nothing is in neither half, although one of them must hold."""
    over = {"fact": "age", "op": "gt", "number": 65}
    either = {"code": "either", "name": "either", "join": "any", "lines": [over, over | {"negated": True}]}
    book = ward.book(populations=[either])
    assert ward.person({}, book).judgement.population("either") is UNKNOWN
    assert ward.person({"age": 40}, book).judgement.population("either") is YES
