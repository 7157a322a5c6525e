"""Surveys compare everybody's advice between two editions, and can be broken off and gone on with."""

from datetime import timedelta

import pytest

from advisor import reach
from guidelines import library
from guidelines.models import Contraindication
from tests import bedside
from tests.factories import consultation
from tests.factories.edition import NOW


SINCE = NOW - timedelta(days=30)


@pytest.fixture
def first(db):
    return bedside.edition()


def surveyed(since=SINCE):
    """A finished survey of the second edition against the first."""
    survey = reach.Survey(library.edition("hiccups", 1), library.edition("hiccups", 2), since=since)
    state = survey.begin()
    for _ in survey.advance(state):
        pass
    return state


def test_an_edition_that_only_says_otherwise_changes_nobodys_advice(first):
    bedside.edition(summary="In other words.")
    state = surveyed()
    assert state.complete
    assert state.done > 20
    assert state.patterns() == []


def test_a_dropped_contraindication_stands_on_top_with_its_reason(first):
    consultation.make(key="a", choking=False, tried=[TRIED_IN_VAIN])
    dropped = Contraindication.objects.get(code="calmol_failed").reason
    submitted_lenient()
    worst = surveyed().patterns()[0]
    assert worst["kind"] == "no longer excluded"
    assert worst["consultations"] == 1
    assert worst["squares"] > 0
    assert any(f"no longer: {dropped}" in change["why"] for change in worst["changes"])


def test_consultations_before_the_months_asked_about_are_left_out(first):
    consultation.make(key="old", at=NOW - timedelta(days=60), tried=[TRIED_IN_VAIN])
    submitted_lenient()
    assert sum(pattern["consultations"] for pattern in surveyed().patterns()) == 0


def test_a_survey_tells_nothing_of_who_consulted(first, clinician):
    made = consultation.make(by=clinician, tried=[TRIED_IN_VAIN])
    submitted_lenient()
    told = str(surveyed().patterns())
    assert clinician.email not in told
    assert str(made.pk) not in told


def test_a_survey_goes_on_where_it_was_broken_off(first):
    submitted_lenient()
    survey = reach.Survey(library.edition("hiccups", 1), library.edition("hiccups", 2), since=SINCE)
    state, steps = survey.begin(), 0
    while not state.complete:
        steps += sum(1 for _ in survey.advance(state, seconds=0))
    assert steps == state.total
    assert state.patterns() == surveyed().patterns()


TRIED_IN_VAIN = {"treatment": "calmol", "daily_dose": 40, "weeks": 52, "outcome": "none", "still_taking": False}


def submitted_lenient():
    """The next edition, in which calmol that failed is warned of instead of ruled out."""
    plain = bedside.content()
    plain["contraindications"] = [row for row in plain["contraindications"] if row["code"] != "calmol_failed"]
    warning = {"code": "tried", "population": "failed_calmol", "effect": "warn", "text": "Ask how it was taken."}
    plain["alerts"] = [*plain["alerts"], warning | {"sources": ["R10"]}]
    promises = "alert: choking\nalert: long\nalert: tried\noffer: calmol"
    plain["cases"] = [row | {"expects": promises} if row["code"] == "W01" else row for row in plain["cases"]]
    return bedside.submitted(plain)
