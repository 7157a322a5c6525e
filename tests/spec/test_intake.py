"""Intakes, as a pharmacist reads them: how often a day, and of which tablets or capsules each dose is made up."""

import pytest

from guidelines.engine import intake
from guidelines.engine.treatment import Strength


def sold(*amounts, form="capsule", **more):
    return Strength(tuple(float(amount) for amount in amounts), "mg", ("practice",), form, **more)


SCHEDULES = [
    ("once daily", (1,)),
    ("once daily at night", (1,)),
    ("25 mg in the morning", (1,)),
    ("300 mg once", (1,)),
    ("twice daily", (2,)),
    ("three times daily, no more than 12 hours apart", (3,)),
    ("twice or three times daily", (2, 3)),
    ("a thin layer three or four times daily", (3, 4)),
    ("500 micrograms twice a day", (2,)),
    ("in two doses", (2,)),
    ("150 mg/day in two or three doses", (2, 3)),
    ("every 12 hours", (2,)),
    ("50–100 mg every 4 to 6 hours", (4, 6)),
    ("once daily, increased slowly", (1,)),
    ("once, into the joint", ()),
    ("worn for up to 12 hours in any 24 hours", ()),
    ("less often", ()),
    ("not stated in the source seen", ()),
]


@pytest.mark.parametrize(("words", "often"), SCHEDULES)
def test_how_often_a_day_is_read_from_the_schedule(words, often):
    """Only plain words are read; what they do not say is not guessed."""
    assert intake.times(words) == often


WORDED = [
    # as the source words it          a day  usually  so it is taken
    ("300 mg once", 300, (3,), (1,)),
    ("300 mg twice daily", 600, (3,), (2,)),
    ("300 mg on day 1", 300, (3,), (1,)),
    ("75 mg twice daily or 50 mg three times daily", 150, (3,), (2,)),
    ("75 mg/day", 75, (2, 3), (2, 3)),
    ("10–20 mg at night", 10, (2,), (1,)),
    ("500 micrograms twice a day", 1, (4,), (2,)),
    ("300 mg every other day (150 mg/day)", 150, (3,), ()),
    ("750 mg at once, then 250 mg every 8 hours", 1250, (3,), ()),
]


@pytest.mark.parametrize(("text", "dose", "often", "times"), WORDED)
def test_the_words_of_a_step_decide_how_often_it_is_taken(text, dose, often, times):
    """Words that add up to another daily dose stand for themselves: nothing is counted from them."""
    assert intake.times_of(text, dose, "mg/day", often) == times


CAPSULES = sold(25, 50, 75, 100, 150, 200, 225, 300)
MADE = [
    # a day  times   strengths                 taken
    (150, (3,), [CAPSULES], (3, 50, [(1, 50)])),
    (150, (2, 3), [CAPSULES], (2, 75, [(1, 75)])),
    (75, (2, 3), [CAPSULES], (3, 25, [(1, 25)])),
    (75, (1,), [sold(10, 25, 50)], (1, 75, [(1, 50), (1, 25)])),
    (80, (1,), [sold(10, 25)], (1, 80, [(2, 25), (3, 10)])),
    (112.5, (1,), [sold(37.5, 75, 150)], (1, 112.5, [(1, 75), (1, 37.5)])),
    (1500, (3,), [sold(100, 300, 400), sold(600, 800, form="tablet")], (3, 500, [(1, 400), (1, 100)])),
    (1.2, (1,), [sold(0.6)], (1, 1.2, [(2, 0.6)])),
]


@pytest.mark.parametrize(("dose", "often", "strengths", "expected"), MADE)
def test_a_dose_is_made_up_of_the_fewest_pieces(dose, often, strengths, expected):
    """Equal parts, whole tablets or capsules, as few as can be; where the schedule leaves a choice, the one with fewest."""
    made = intake.taken(dose, often, strengths)
    assert (made.times, made.each, [(piece.count, piece.amount) for piece in made.pieces]) == expected


IMPOSSIBLE = [
    (25, (1,), [sold(50)]),  # half a capsule
    (300, (2,), [sold(100, 300, 400)]),  # twice 150 mg
    (99.6678, (3,), [sold(100, 300)]),  # a share of a dose
    (700, (1,), [sold(100)]),  # seven at once
    (60, (1,), []),  # no strength known
    (60, (), [sold(60)]),  # nobody says how often
]


@pytest.mark.parametrize(("dose", "often", "strengths"), IMPOSSIBLE)
def test_what_the_strengths_cannot_make_up_is_not_made_up(dose, often, strengths):
    """No capsule is divided, and more than six at once are no plan."""
    assert intake.taken(dose, often, strengths) is None


def test_only_the_strengths_of_the_jurisdiction_and_unit_count():
    """What is sold elsewhere, or counted in patches, makes no dose here."""
    here, there = sold(20), sold(30, jurisdictions=("eu",))
    patch = Strength((1.0,), "patches", ("practice",))
    assert intake.marketed([here, there, patch], "mg/day", "us") == (here,)
    assert intake.marketed([here, there, patch], "mg/day", "eu") == (here, there)
    assert intake.marketed([here, there, patch], "patches/day", "us") == (patch,)
