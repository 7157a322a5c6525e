"""Schedules, as a prescriber reads them: on which day how much, never too much, and how a treatment is stopped."""

import pytest

from guidelines.engine import dosing, schedule
from tests.spec import ward
from tests.spec.ward_rules import band, dose


DAILY = {"schedule": "once daily"}
WEEKLY = {"step_amount": 10, "step_days": 7, "step": "by 10 mg a week"}
DAYS = {"titration": [{"day": 1, "dose": 30}, {"day": 2, "dose": 60}, {"day": 3, "dose": 90}]}
UPWARDS = {"titration": [{"day": 1, "dose": 30}, {"day": 8, "dose": 60}], "step_amount": 30, "step_days": 7}


def base(**changes):
    """The only base range of betadone: 20 mg once daily, usually 40 to 100, at most 100; `None` leaves a number out."""
    usual = {"start": 20, "usual_low": 40, "usual_high": 100, "maximum": 100}
    said = {key: value for key, value in (DAILY | usual | changes).items() if value is not None}
    return dose("b_base", "betadone", "base", **said)


def counted(*rows, **patient):
    """Count betadone up for the well man, with these ranges."""
    book = ward.book(dose_ranges=list(rows))
    person = ward.person(ward.well(**patient), book)
    rules = next(one for one in book.rules if one.treatment.code == "betadone")
    return schedule.ladder(dosing.dose(person, rules.doses).doses[0])


def days(ladder):
    return [(rung.day, rung.dose) for rung in ladder.rungs]


ALONE = [
    # what the range says                        day and daily dose
    ({}, [(1, 20)]),  # no step is stated: none is counted
    (WEEKLY, [(1, 20), (8, 30), (15, 40), (22, 50), (29, 60), (36, 70), (43, 80), (50, 90), (57, 100)]),
    (WEEKLY | {"maximum": 35, "usual_low": 20, "usual_high": 35}, [(1, 20), (8, 30), (15, 35)]),  # the last step is cut
    (DAYS | {"start": 30}, [(1, 30), (2, 60), (3, 90)]),  # day by day, and no further without a step
    (UPWARDS | {"start": 30}, [(1, 30), (8, 60), (15, 90), (22, 100)]),
    (DAYS | {"start": 30, "maximum": 60, "usual_high": 60}, [(1, 30), (2, 60)]),
    ({"start": None}, []),  # a range without a start
    (WEEKLY | {"maximum": None, "usual_high": 40}, [(1, 20), (8, 30), (15, 40)]),  # no maximum: no more than is usual
    (WEEKLY | {"maximum": None, "usual_low": None, "usual_high": None}, [(1, 20)]),  # nothing stated but the start
    ({"titration": [{"day": 1, "dose": 90}, {"day": 2, "dose": 40}]}, [(1, 90), (2, 40)]),  # a large first dose
]


@pytest.mark.parametrize(("says", "expected"), ALONE)
def test_a_dose_is_counted_up_as_its_range_says(says, expected):
    """Steps are the source's own; the maximum cuts the last of them."""
    assert days(counted(base(**says))) == expected


def older(**changes):
    return dose("b_old", "betadone", "age", **DAILY | {"population": "elderly"} | changes)


def kidney(**changes):
    return dose("b_renal", "betadone", "renal", **DAILY | {"band": band(30, 60, high_open=True)} | changes)


TOGETHER = [
    # another range, for this patient            steps of the base     counted, and whether steps were left out
    (older(step_amount=30, step_days=14), UPWARDS, {"age": 80}, [(1, 30), (15, 60), (29, 90), (43, 100)], False),
    (older(step_amount=5, step_days=7), WEEKLY, {"age": 80}, [(1, 20), (8, 25), (15, 30)], False),
    (older(maximum=40), WEEKLY, {"age": 80}, [(1, 20), (8, 30), (15, 40)], False),
    (older(start=10), DAYS, {"age": 80}, [(1, 10)], True),
    (kidney(start=10, usual_low=10, usual_high=30, maximum=30), DAYS, {"creatinine": 1.7}, [(1, 10)], True),
    (kidney(usual_low=20, usual_high=50, maximum=50), WEEKLY, {"creatinine": 1.7}, [(1, 20)], True),
    (kidney(maximum=50), WEEKLY, {"creatinine": 1.7}, [(1, 20), (8, 30), (15, 40), (22, 50)], False),
    (kidney(maximum=50), WEEKLY, {}, [(1, 20), (8, 30), (15, 40)], False),
]


@pytest.mark.parametrize(("other", "steps", "patient", "expected", "left_out"), TOGETHER)
def test_on_each_day_the_most_careful_range_decides(other, steps, patient, expected, left_out):
    """A slower pace slows, a lower maximum cuts; steps made for higher doses than the patient's count for nobody."""
    found = counted(base(**steps), other, **patient)
    assert (days(found)[: len(expected)], found.left_out) == (expected, left_out)


def test_a_percentage_cuts_and_leaves_the_steps():
    """Half the dose in liver disease is reached by the usual steps and not passed."""
    liver = {"chronic_liver_disease": True, "child_pugh_stated": "b"}
    assert days(counted(base(**WEEKLY), **liver))[-1][1] == 25


def test_just_below_a_band_edge_the_other_steps_count():
    """At a clearance of exactly 60 the usual steps hold; at 59.9 those of the lower band."""
    low = kidney(start=10, usual_low=10, usual_high=30, maximum=30)
    at, below = ({"value": 90 * 70 / (72 * clearance), "confirmed": True} for clearance in (60, 59.9))
    found = [counted(base(**DAYS), low, creatinine=clearance) for clearance in (at, below)]
    assert [days(one) for one in found] == [[(1, 30), (2, 60), (3, 90)], [(1, 10)]]


def test_the_source_words_its_own_steps():
    """A step is told in the words of its source, and what is stated in words only stays in words."""
    worded = {"titration": [{"day": 1, "dose": 20, "text": "20 mg once"}], "step": "then as needed"}
    found = counted(base(**worded))
    assert (found.rungs[0].text, found.words) == ("20 mg once", ("then as needed",))


def test_a_range_that_leaves_the_schedule_unchanged_takes_that_of_the_base():
    """How often a dose is taken comes from the range that binds, unless it only lowers the amount."""
    found = counted(base(schedule="twice daily"), kidney(maximum=50, schedule="unchanged"), creatinine=1.7)
    assert found.rungs[0].times == (2,)
    assert counted(base(), kidney(maximum=50, schedule="less often"), creatinine=1.7).rungs[0].times == ()


STOPPING = [
    # the rule                                                       from   days  counted down
    ("Reduce gradually and never stop abruptly.", 60, 0, []),
    ("Reduce over at least 1 week.", 300, 7, []),
    ("After long use, step down over at least 4 weeks.", 75, 28, []),
    ("Reduce over at least 2 weeks, by 75 mg a week.", 225, 14, [(1, 150), (8, 75), (15, 0)]),
    ("Reduce over at least 2 weeks, by 75 mg a week.", 187.5, 14, [(1, 112.5), (8, 37.5), (15, 0)]),
    ("Reduce over at least 2 weeks, by 75 mg a week.", 150, 14, []),  # would be done in one week
    ("Reduce by 25 mg a week.", 50, 0, [(1, 25), (8, 0)]),
    ("", 60, 0, []),
]


@pytest.mark.parametrize(("rule", "dose", "least", "expected"), STOPPING)
def test_a_taper_counts_only_what_its_source_counts(rule, dose, least, expected):
    """Without sourced steps the duration stands alone; steps that end too soon are not the whole of it."""
    found = schedule.taper(rule, dose)
    assert (found.text, found.days, days(found)) == (rule, least, expected)
