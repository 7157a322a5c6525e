"""Receptions count what fired and how it was taken, each consultation once and nobody's name."""

from datetime import timedelta

import pytest

from advisor import reach
from tests.factories import consultation, response
from tests.factories.edition import NOW


pytestmark = pytest.mark.django_db
OPTION, DOSE = "options[calmol_second]", "dose_ranges[calmol_heavy]"


def received(since=NOW - timedelta(days=7), until=NOW + timedelta(days=1)):
    return reach.received("hiccups", since=since, until=until)


def consulted(number, **options):
    return [consultation.make(key=f"key {at}", **options) for at in range(number)]


def test_what_fired_is_counted_once_a_consultation():
    consulted(3)
    found = received()
    assert (found.consultations, found.answered) == (3, 0)
    assert found.rules[OPTION].fired == found.rules[DOSE].fired == 3


def test_what_was_followed_and_overridden_is_counted_by_reason():
    first, second, third = consulted(3)
    response.make(to=first)
    response.make("none_given", "patient-refuses", to=second)
    response.make("not_given:calmol", "too-costly-uncovered", to=third)
    option = received().rules[OPTION]
    assert (option.accepted, option.overridden) == (1, 2)
    assert option.departures == {"patient-refuses": 1, "too-costly-uncovered": 1}
    assert received().rules[DOSE].overridden == 0


def test_only_the_newest_response_counts():
    [only] = consulted(1)
    response.make("none_given", "patient-refuses", to=only)
    response.make(to=only)
    found = received()
    assert (found.answered, found.rules[OPTION].accepted, found.rules[OPTION].overridden) == (1, 1, 0)


def test_only_the_period_and_the_guideline_asked_about_count():
    consultation.make(at=NOW - timedelta(days=8))
    assert received().consultations == 0
    assert reach.received("sneezes", since=NOW - timedelta(days=9), until=NOW).consultations == 0
    assert received(since=NOW - timedelta(days=8)).consultations == 1
    assert received(since=NOW - timedelta(days=9), until=NOW - timedelta(days=8)).consultations == 0


def test_it_takes_two_statements_however_many_there_are(django_assert_num_queries):
    for one in consulted(3):
        response.make(to=one)
    with django_assert_num_queries(2):
        received()
