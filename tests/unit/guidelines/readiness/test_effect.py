"""An effect estimate is complete, agrees with its own counts, and prints no number that is none."""

import pytest

from tests.unit.guidelines.readiness.ready import changed, errors, said


PLACE = "effects[calmol_nnt]"
COUNTS = {"responders": 40, "treated": 100, "control_responders": 24, "control_treated": 100}


def estimate(**fields):
    return changed("effects", "calmol_nnt", **fields)


@pytest.mark.parametrize(
    ("field", "lacking"),
    [
        ("outcome", "outcome"),
        ("comparator", "comparator"),
        ("dose", "dose"),
        ("weeks", "duration"),
        ("people", "population"),
    ],
)
def test_effect_incomplete(field, lacking):
    """Gives a number without its {lacking}. Nobody can use it so: give it, or write “not stated in the source seen”."""
    assert errors(estimate(**{field: " "})) == [said("effect_incomplete", PLACE, lacking=lacking)]
    assert errors(estimate(**{field: "not stated in the source seen"})) == []


def test_effect_says_nothing():
    """Gives neither a number nor words for what was found."""
    assert errors(estimate(value=None)) == [said("effect_says_nothing", PLACE)]
    assert errors(estimate(value=None, text="6 in 10 against 4 in 10")) == []


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        (COUNTS | {"treated": None}, "give all four counts"),
        (COUNTS | {"responders": 101}, "more responded than were there"),
    ],
)
def test_counts_do_not_fit(counts, why):
    """Counts people in a way that cannot be: {why}."""
    assert errors(estimate(**counts)) == [said("counts_do_not_fit", PLACE, why=why)]


def test_number_differs_from_counts():
    """Gives {measure} {typed}, but its counts make {derived}. Correct the one or the other."""
    told = {"measure": "NNT", "typed": "6.4", "derived": "6.25"}
    assert errors(estimate(**COUNTS)) == [said("number_differs_from_counts", PLACE, **told)]


@pytest.mark.parametrize(
    ("measure", "typed", "agrees"),
    [
        ("NNT", 6.25, True),
        ("NNT", 6.3, True),
        ("NNT", 6.2, True),
        ("NNT", 6.1, False),
        ("NNT", 7, True),
        ("NNT", 6, False),
        ("NNH", 7, True),
        ("RR", 1.67, True),
        ("RR", 1.6, False),
        ("RR", 1.7, True),
        ("SMD", 99, True),
    ],
)
def test_a_number_agrees_at_its_decimals_and_a_whole_number_needed_is_rounded_up(measure, typed, agrees):
    """1 ÷ (40 % − 24 %) = 6.25, in whole people 7; 40 % ÷ 24 % = 1.67."""
    rulebook = estimate(**COUNTS, measure=measure, value=typed, low=None, high=None)
    assert (errors(rulebook) == []) is agrees


def test_where_the_treated_did_no_better_there_is_no_number_needed_to_treat():
    rulebook = estimate(**COUNTS | {"responders": 24}, low=None, high=None)
    found = {code: text for code, _, text in errors(rulebook)}
    assert "the treated did no better" in found["number_differs_from_counts"]


@pytest.mark.parametrize(
    "printed",
    [
        {"unbounded": True, "high": None},
        {"unbounded": True, "value": None, "text": "no clear difference"},
        {"low": -30},
        {"value": 50, "low": None, "high": None, **COUNTS, "responders": 26},
    ],
)
def test_interval_crosses_infinity(printed):
    """Prints a number although its interval includes no effect. Tick “includes no effect”, leave the number and the upper
    end empty, and say it in words: “no clear difference”."""
    assert errors(estimate(**printed)) == [said("interval_crosses_infinity", PLACE)]


def test_no_clear_difference_is_said_in_words():
    assert errors(estimate(value=None, high=None, unbounded=True, text="no clear difference")) == []


def test_a_difference_may_lie_on_both_sides_of_nothing():
    assert errors(estimate(measure="SMD", value=0.1, low=-0.2, high=0.4)) == []


def test_estimate_outside_interval():
    """Lies outside its own interval: {value} is not between {low} and {high}."""
    told = {"value": "3", "low": "4", "high": "12.5"}
    assert errors(estimate(value=3)) == [said("estimate_outside_interval", PLACE, **told)]
