"""Habits: what a clinician chose last, and nothing about a patient."""

import pytest

from advisor import wizard
from tests import bedside


FACTS = bedside.book().facts


def test_units_are_remembered():
    session = {}
    wizard.remember(session, {"weight": {"value": 176, "unit": "[lb_av]"}, "age": 4})
    assert wizard.units(session) == {"weight": "[lb_av]"}


@pytest.mark.parametrize(
    ("chosen", "labels"), [({}, "us"), ({"jurisdiction": "eu"}, "eu"), ({"jurisdiction": None}, "us")]
)
def test_the_labels_chosen_last_are_filled_in(chosen, labels):
    session = {}
    wizard.remember(session, chosen | {"age": 40})
    assert wizard.settled(session, {}, FACTS) == {"jurisdiction": labels}
    assert wizard.settled(session, {"jurisdiction": None}, FACTS) == {"jurisdiction": None}, "asked is asked"
