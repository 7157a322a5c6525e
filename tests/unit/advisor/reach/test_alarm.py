"""Alarms: a rule that is disabled is noticed, in the consultations and among the worked patients; a quiet week is not."""

from datetime import timedelta

import pytest

from advisor import reach
from guidelines import library
from tests import bedside
from tests.factories import consultation, reviewstep, settlement
from tests.factories.edition import NOW
from tests.unit.advisor.reach.test_survey import TRIED_IN_VAIN, submitted_lenient


pytestmark = pytest.mark.django_db
RULE = "alerts[long]"
MONTH_AGO, YESTERDAY = NOW - timedelta(days=30), NOW - timedelta(days=1)


@pytest.fixture(autouse=True)
def first(db):
    return reviewstep.approve(bedside.edition())


def consulted(times, at, series, **answers):
    for number in range(times):
        consultation.make(key=f"{series} {number}", at=at, **answers)


class Ready:
    ready, errors = True, ()


def made_impossible(monkeypatch):
    """The next edition, in which nobody's hiccups are long any more; readiness, which would refuse it, looks away."""
    monkeypatch.setattr("guidelines.readiness.report", lambda *_, **__: Ready)
    plain = bedside.content()
    [long] = [one for one in plain["populations"] if one["code"] == "long"]
    long["lines"][0]["number"] = 3000
    for case in plain["cases"]:
        case["expects"] = case["expects"].replace("\nalert: long", "")
    return reviewstep.approve(bedside.submitted(plain))


def alarms(at=NOW):
    return {alarm.rule: alarm for alarm in reach.watch("hiccups", at=at).alarms}


def test_a_rule_that_is_disabled_raises_an_alarm(monkeypatch):
    consulted(30, MONTH_AGO, "before", days=40)
    made_impossible(monkeypatch)
    consulted(12, YESTERDAY, "after", days=40)
    assert list(alarms()) == [RULE]
    alarm = alarms()[RULE]
    assert (alarm.band.before, alarm.band.lately, alarm.gone) == (30, 0, False)
    assert (alarm.band.low, alarm.band.high) == (8, 12)


def test_a_rule_that_was_taken_out_raises_one_too_and_it_says_so():
    consulted(30, MONTH_AGO, "before", tried=[TRIED_IN_VAIN])
    reviewstep.approve(submitted_lenient())
    consulted(12, YESTERDAY, "after", tried=[TRIED_IN_VAIN])
    assert {rule: alarm.gone for rule, alarm in alarms().items()} == {"contraindications[calmol_failed]": True}


def test_while_it_fires_there_is_none():
    consulted(30, MONTH_AGO, "before", days=40)
    consulted(12, YESTERDAY, "after", days=40)
    assert alarms() == {}


def test_a_rule_that_seldom_fires_may_be_silent_for_a_while():
    consulted(25, MONTH_AGO, "before")
    consulted(3, MONTH_AGO, "long", days=40)
    consulted(12, YESTERDAY, "after")
    watched = reach.watch("hiccups", at=NOW)
    assert watched.alarms == ()
    assert (watched.before, watched.lately) == (28, 12)
    assert watched.bands[RULE].low == 0


def test_a_guideline_that_nobody_consults_any_more_raises_none():
    consulted(30, MONTH_AGO, "before", days=40)
    assert alarms() == {}


def test_a_new_edition_is_looked_at_from_its_first_consultation(monkeypatch):
    consulted(30, NOW - timedelta(days=3), "before", days=40)
    made_impossible(monkeypatch)
    consulted(12, YESTERDAY, "after", days=40)
    watched = reach.watch("hiccups", at=NOW)
    assert (watched.before, watched.lately, watched.since) == (30, 12, YESTERDAY)
    assert [alarm.rule for alarm in watched.alarms] == [RULE]


def test_a_rule_that_no_worked_patient_fires_any_more_raises_an_alarm_before_anybody_consults(monkeypatch):
    made_impossible(monkeypatch)
    alarm = alarms()[RULE]
    assert (alarm.band, alarm.gone) == (None, False)


def test_a_rule_that_was_taken_out_raises_none_before_it_is_missed():
    reviewstep.approve(submitted_lenient())
    assert alarms() == {}


def test_what_is_settled_is_silent_until_the_rule_fires_again():
    consulted(30, MONTH_AGO, "before", days=40)
    consulted(12, YESTERDAY, "after")
    assert RULE in alarms()
    settlement.make(RULE, "silence", at=NOW)
    assert alarms() == {}
    consulted(30, NOW + timedelta(days=1), "again", days=40)
    consulted(12, NOW + timedelta(days=40), "silent again")
    assert RULE in alarms(at=NOW + timedelta(days=41))


def test_without_trying_the_worked_patients_only_what_is_known_of_them_is_told():
    assert reach.watch("hiccups", at=NOW, working=False).worked == {}
    tried = reach.watch("hiccups", at=NOW).worked
    assert tried[RULE] == 1
    assert reach.watch("hiccups", at=NOW, working=False).worked == tried


def test_what_clinicians_do_not_get_is_not_watched():
    with pytest.raises(library.Absent):
        reach.watch("sneezes", at=NOW)
