"""One more answer settles what was unknown and never overturns what was settled (design promise 2)."""

from itertools import pairwise

from hypothesis import given

from guidelines.engine.truth import UNKNOWN
from tests.property.encounters import encounters, thorough
from tests.spec import ward


ALLOWED = {
    "check": {"offer", "caution", "check", "exclude", "not_indicated"},
    "offer": {"offer", "caution"},
    "caution": {"caution"},
    "not_indicated": {"not_indicated", "exclude"},
    "exclude": {"exclude"},
}


@thorough
@given(encounters)
def test_a_population_that_is_settled_stays_settled(encounter):
    """A yes stays yes and a no stays no, whatever is answered next."""
    for before, after in pairwise(encounter.story):
        for code in encounter.book.criteria:
            was = before.judgement.population(code)
            assert was is UNKNOWN or after.judgement.population(code) is was, (code, before.answers, after.answers)


@thorough
@given(encounters)
def test_a_value_that_is_worked_out_stays_as_it_is(encounter):
    """A formula's value never changes by another answer, and a refusal never turns into a number."""
    for before, after in pairwise(encounter.story):
        for code in ward.DERIVED:
            was, now = before.state(code), after.state(code)
            assert was.value in (None, now.value), (code, before.answers, after.answers)
            assert not was.refusal or was.open or now.value is None, (code, before.answers, after.answers)


@thorough
@given(encounters)
def test_a_verdict_moves_only_where_it_may(encounter):
    """A check may become anything, an offer a caution, not indicated an exclusion; nothing else moves."""
    for before, after in pairwise(encounter.told):
        now = {row["code"]: row["verdict"] for row in after["options"]}
        for row in before["options"]:
            assert now[row["code"]] in ALLOWED[row["verdict"]], (row, after["options"])


@thorough
@given(encounters)
def test_a_dose_that_is_printed_stays_as_it_is(encounter):
    """A dose does not change by another answer; it only goes when its treatment is excluded."""
    for before, after in pairwise(encounter.told):
        now = {row["code"]: row for row in after["options"]}
        for row in before["options"]:
            later = now[row["code"]]
            assert not row["dose"] or later["verdict"] == "exclude" or _numbers(later) == _numbers(row)


def _numbers(row):
    return [(dose["rule"], dose["start"], dose["usual"], dose["maximum"]) for dose in row["dose"]]
