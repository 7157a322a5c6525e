"""Schedules for doses nobody thought of: never above the maximum, never faster than any range allows, whole tablets that add up."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from guidelines.engine import intake, schedule
from guidelines.engine.dose import Axis, DoseKind, DoseRange, Titration
from guidelines.engine.limit import Dose
from guidelines.engine.treatment import Strength
from tests.property.encounters import thorough


AMOUNTS = st.sampled_from([2.5, 5.0, 10.0, 25.0, 30.0, 37.5, 60.0, 75.0, 100.0, 150.0, 300.0])
MAYBE = st.none() | AMOUNTS


@st.composite
def ranges(draw):
    """Make up one dose range with or without steps."""
    days = sorted(draw(st.sets(st.integers(2, 60), max_size=3)))
    steps = tuple(Titration(day, draw(AMOUNTS)) for day in (1, *days)) if draw(st.booleans()) else ()
    paced = draw(st.booleans())
    return DoseRange(
        *("row", "pill", draw(st.sampled_from(Axis)), DoseKind.ABSOLUTE, "mg/day", "once daily", ("R1",)),
        start=draw(MAYBE),
        usual_low=draw(MAYBE),
        usual_high=draw(MAYBE),
        maximum=draw(MAYBE),
        titration=steps,
        step_amount=draw(AMOUNTS) if paced else None,
        step_days=draw(st.integers(1, 21)) if paced else None,
    )


@st.composite
def doses(draw):
    """Put ranges together as the engine does: the lowest number of each kind."""
    rows = draw(st.lists(ranges(), min_size=1, max_size=4))

    def least(name):
        return min((value for row in rows if (value := getattr(row, name)) is not None), default=None)

    usual = (least("usual_low"), least("usual_high"))
    pairs = tuple((row, row) for row in rows)
    return Dose(rows[0], pairs, least("start"), None if None in usual else usual, least("maximum"))


@thorough
@given(doses())
def test_no_day_is_above_what_is_allowed(dose):
    """Neither the maximum nor, where none is stated, what is usual is ever passed; the days go on, no step repeats a dose."""
    rungs = schedule.ladder(dose).rungs
    highest = dose.maximum if dose.maximum is not None else dose.usual[1] if dose.usual else None
    assert all(highest is None or rung.dose <= highest + 1e-9 for rung in rungs)
    assert [rung.day for rung in rungs] == sorted({rung.day for rung in rungs})
    assert all(abs(after.dose - before.dose) > 1e-9 for before, after in pairwise(rungs))


@thorough
@given(doses(), AMOUNTS, st.integers(1, 28))
def test_a_further_pace_never_makes_it_go_faster(dose, amount, days):
    """Whatever steps another range adds, on no day is more counted than without them."""
    more = DoseRange("slow", "pill", Axis.AGE, DoseKind.ABSOLUTE, "mg/day", "", ("R1",))
    more = replace(more, step_amount=amount, step_days=days)
    before = schedule.ladder(dose)
    after = schedule.ladder(dose._replace(ranges=(*dose.ranges, (more, more))))
    counting = [row for row, _ in dose.ranges if row.titration or row.step_amount]
    if before.rungs and counting and not before.left_out:
        assert all(_level(after, day) <= _level(before, day) + 1e-9 for day in range(1, 90))


def _level(ladder, day):
    return [rung.dose for rung in ladder.rungs if rung.day <= day][-1]


@thorough
@given(AMOUNTS, st.sets(AMOUNTS, max_size=4), st.integers(1, 4))
def test_the_pieces_add_up_to_the_dose(dose, sizes, times):
    """What is taken in a day is the dose, in whole pieces of strengths that are sold."""
    sold = Strength(tuple(sorted(sizes)), "mg", ("R1",))
    made = intake.taken(dose, (times,), [sold])
    if made:
        assert abs(sum(piece.count * piece.amount for piece in made.pieces) * made.times - dose) < 1e-5
        assert all(piece.amount in sizes and piece.count > 0 for piece in made.pieces)


@thorough
@given(st.sampled_from([0, 1, 2, 4]), AMOUNTS, AMOUNTS)
def test_a_taper_ends_at_nothing_and_not_too_soon(weeks, step, dose):
    """Each rung is lower than the one before, the last is nothing, and the whole lasts as long as the source asks."""
    said = f"Reduce over at least {weeks} weeks, by {step:g} mg a week."
    found = schedule.taper(said, dose)
    amounts = [dose, *(rung.dose for rung in found.rungs)]
    assert all(after < before for before, after in pairwise(amounts))
    assert not found.rungs or (found.rungs[-1].dose == 0 and found.rungs[-1].day - 1 >= weeks * 7)
