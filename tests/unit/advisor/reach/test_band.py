"""Bands: how often a rule is expected to fire, exactly as the distribution says, and wide where little is known."""

from fractions import Fraction
from math import comb, isclose, log

import pytest

from advisor.reach.band import band, silence


def beta_binomial(fired, among, coming):
    """The distribution worked out with fractions, by its recurrence from the chance of nothing."""
    a, b = Fraction(2 * fired + 1, 2), Fraction(2 * (among - fired) + 1, 2)
    chances = []
    for k in range(coming + 1):
        top = Fraction(comb(coming, k))
        for step in range(k):
            top *= a + step
        for step in range(coming - k):
            top *= b + step
        for step in range(coming):
            top /= a + b + step
        chances.append(top)
    assert sum(chances) == 1
    return chances


@pytest.mark.parametrize(("fired", "among", "coming"), [(0, 10, 5), (3, 10, 8), (10, 10, 12), (30, 40, 20), (1, 2, 1)])
def test_a_band_leaves_out_a_thousandth_at_either_end(fired, among, coming):
    chances = beta_binomial(fired, among, coming)
    low, high = band(fired, among, coming)
    assert sum(chances[:low]) <= Fraction(1, 1000) < sum(chances[: low + 1])
    assert sum(chances[high + 1 :]) <= Fraction(1, 1000) < sum(chances[high:])


@pytest.mark.parametrize(("fired", "among", "coming"), [(3, 10, 8), (40, 40, 20), (5, 400, 60)])
def test_the_chance_of_silence_is_that_of_nothing(fired, among, coming):
    assert isclose(silence(fired, among, coming), float(beta_binomial(fired, among, coming)[0]), rel_tol=1e-9)


def test_what_never_fired_may_stay_silent():
    assert band(0, 500, 50)[0] == 0
    assert silence(0, 500, 50) > 0.9


def test_what_fires_in_every_other_consultation_does_not_fall_silent_by_chance():
    assert silence(100, 200, 40) < 1e-9
    assert band(100, 200, 40)[0] == 10


def test_without_consultations_anything_may_come():
    assert band(3, 5, 0) == (0, 0)
    assert silence(3, 5, 0) == 1
    assert band(0, 0, 10) == (0, 10)


def test_little_knowledge_makes_a_wide_band():
    assert band(5, 10, 100)[0] < band(500, 1000, 100)[0]


def test_large_numbers_cost_little_and_do_not_vanish():
    low, high = band(5_000, 10_000, 10_000)
    assert (low, high) == (4782, 5218)
    assert log(silence(9_000, 10_000, 200)) < -400
