"""The goals of asking, on the questions as clinicians ask them: at least so many right first answers, and hardly anything else declined wrongly.

The goals are 90 % and 95 % of the questions held out. What was reached on them stands here as a floor.
"""

from functools import cache

import pytest

from tests import library
from tests.questions import exam


@cache
def marks(name):
    return exam.marked(library.shipped().compiled, name)


def together(names, *, held, answered):
    each = [exam.share(marks(name), held=held, answered=answered) for name in names]
    return sum(right for right, _ in each) / sum(many for _, many in each)


@pytest.mark.parametrize(
    ("held", "answered", "floor"),
    [(False, True, 0.97), (False, False, 1.0), (True, True, 0.88), (True, False, 0.95)],
)
def test_the_first_sets_stay_as_good_as_they_were(held, answered, floor):
    assert together(("neuropathy", "fresh"), held=held, answered=answered) >= floor


@pytest.mark.parametrize(("answered", "floor"), [(True, 0.88), (False, 1.0)])
def test_the_later_sets_stay_as_good_as_they_became(answered, floor):
    assert together(exam.LATER, held=None, answered=answered) >= floor


@pytest.mark.parametrize(("answered", "floor"), [(True, 0.7), (False, 1.0)])
def test_words_that_nobody_tried_are_understood_as_well_as_they_were(answered, floor):
    assert together(exam.UNSEEN, held=True, answered=answered) >= floor


def test_few_questions_are_answered_with_something_else():
    counted = [exam.wrong(marks(name)) for name in exam.SETS]
    assert sum(wrong for wrong, _ in counted) / sum(many for _, many in counted) <= 0.055


def test_the_sets_are_as_large_as_they_are_said_to_be():
    listed = [one for name in exam.SETS for one in exam.questions(name)[0]]
    assert len(listed) >= 700
    assert sum(not one.first for one in listed) >= 170
    assert sum(bool(one.patient) for one in listed) >= 60
