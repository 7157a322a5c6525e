"""Headings: where to look when a question is declined."""

from advisor.asking import heading
from tests.unit.advisor.asking import desk


def test_the_medicine_that_is_named_comes_first():
    found = heading.nearest(desk.understood("gabapentin for my cat"), desk.indexed())
    assert (found[0].kind, found[0].code) == ("treatment", "gabapentin")


def test_there_are_always_some():
    assert heading.nearest(desk.understood("zzz"), desk.indexed())
