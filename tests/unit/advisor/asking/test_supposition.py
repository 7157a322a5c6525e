"""Suppositions: whom a question speaks of, and whether a row holds for them."""

import pytest

from advisor.asking import supposition
from advisor.asking.number import Number
from guidelines.engine.truth import NO, UNKNOWN, YES
from tests.unit.advisor.asking import desk


def supposed(*numbers):
    return supposition.supposed(desk.shipped().compiled, {}, (), numbers, "us")


def row(code):
    return next(one for one in desk.indexed().rows if one.code == code)


@pytest.mark.parametrize(("clearance", "truth"), [(29.9, NO), (30, YES), (59.9, YES), (60, NO)])
def test_a_band_holds_within_its_edges(clearance, truth):
    person = supposed(Number("crcl", clearance, 0, 0))
    assert person.concerns(row("pg_eu_r_30_60")) is truth


def test_what_is_not_said_is_not_known():
    assert supposed().concerns(row("pg_eu_r_30_60")) is UNKNOWN


def test_another_places_rule_does_not_hold_here():
    person = supposed(Number("crcl", 45, 0, 0))
    assert person.holds(row("pg_eu_r_30_60")) is NO
