"""A hundred people: never a picture of a number that the source does not give, and the interval always beside the number."""

import re
from types import SimpleNamespace

import pytest

from advisor.sheet import hundred


def effect(measure="NNT", value=5.2, low=3.8, high=8.3, **changes):
    return {"measure": measure, "value": value, "low": low, "high": high, "unbounded": False} | changes


SENTENCES = [
    (effect(), "Of 100 people, 19 benefit because of it (12 to 26)."),
    (effect("NNH", 17.5, 10.2, 58.8), "Of 100 people, 6 are harmed because of it (2 to 10)."),
    (effect(value=100, low=60, high=200), "Of 100 people, 1 benefits because of it (1 to 2)."),
    (effect("NNH", 216, 100, 400), "Fewer than 1 of 100 people: 1 of 216 because of it."),
    (effect(value=6.1, low=3.1, high=None, unbounded=True), "No clear difference: the interval includes no effect."),
    (
        effect(low=None, high=None),
        "Of 100 people, 19 benefit because of it (the interval is not stated in the source seen, so no picture is drawn).",
    ),
]


@pytest.mark.parametrize(("estimate", "sentence"), SENTENCES)
def test_an_estimate_is_told_among_a_hundred_people(estimate, sentence):
    assert hundred.of(estimate)["sentence"] == sentence


@pytest.mark.parametrize("measure", ["RR", "SMD", "percent"])
def test_a_measure_that_says_nothing_of_people_is_left_alone(measure):
    assert hundred.of(effect(measure)) is None


def test_an_estimate_without_a_number_is_left_alone():
    assert hundred.of(effect(value=None)) is None


PICTURED = [(effect(), True), *((estimate, False) for estimate, _ in SENTENCES[3:])]


@pytest.mark.parametrize(("estimate", "drawn"), PICTURED)
def test_only_a_number_with_its_interval_is_drawn(estimate, drawn):
    assert bool(hundred.of(estimate)["picture"]) is drawn


def test_the_picture_shows_every_one_of_the_hundred_once():
    picture = hundred.of(effect())["picture"]
    counted = {part: _people(outline) for part, outline in picture.items()}
    assert counted == {"sure": 12, "likely": 7, "perhaps": 7, "rest": 74}


def _people(outline):
    return sum(int(width) for width in re.findall(r"h(\d+)v10", outline)) // 10


def test_benefit_and_harm_are_drawn_unlike():
    assert [hundred.of(effect(measure))["kind"] for measure in ("NNT", "NNH")] == ["benefit", "harm"]


def test_where_the_source_counts_people_the_rest_is_told_too():
    counted = SimpleNamespace(control_responders=5, control_treated=29)
    said = hundred.of(effect(value=5, low=2, high=39), counted)["sentence"]
    assert said == "Of 100 people, 20 benefit because of it (3 to 50). Without it the outcome comes about in 17 of 100."
