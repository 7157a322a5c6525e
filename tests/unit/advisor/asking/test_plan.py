"""The plan: which kinds of passage answer which kinds of question."""

import pytest

from advisor.asking import plan
from advisor.asking.subject import Given
from tests.unit.advisor.asking import desk


def wanted(typed):
    found = desk.understood(typed)
    given = [Given.of(one, desk.indexed()) for one in found.given]
    return plan.wanted(found, given, desk.indexed(), aside=False)


@pytest.mark.parametrize(
    ("typed", "aspect"),
    [
        ("pregabalin and tramadol", "interaction"),
        ("pregabalin crcl 20", "dose"),
        ("pregabalin 75", "dose"),
        ("what to check before duloxetine", "monitor"),
        ("aan on tramadol", "position"),
    ],
)
def test_what_is_named_tells_what_is_wanted(typed, aspect):
    assert wanted(typed).get(aspect, 0) > 0


def test_without_a_medicine_no_dose_is_wanted():
    assert not wanted("dose in diabetic neuropathy").keys() & plan.DOSES_ASKED


def test_a_trial_before_something_is_no_check_before_it():
    assert "monitor" not in wanted("how long do I try pregabalin before switching")
