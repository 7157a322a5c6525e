"""What is due by use is known at once for every guideline, and looked at anew once something is settled."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from advisor import reach
from advisor.models import Matter
from tests import bedside
from tests.factories import consultation, response, reviewstep, user
from tests.factories.edition import NOW
from tests.unit.advisor.reach.test_survey import TRIED_IN_VAIN, submitted_lenient


pytestmark = pytest.mark.django_db
FAILED = "contraindications[calmol_failed]"


@pytest.fixture(autouse=True)
def _nothing_kept(db):
    cache.clear()
    reviewstep.approve(bedside.edition())


def consulted(times, days_ago, series, **answers):
    at = NOW - timedelta(days=days_ago)
    return [consultation.make(key=f"{series} {number}", at=at, **answers) for number in range(times)]


def silenced():
    consulted(30, 40, "before", tried=[TRIED_IN_VAIN])
    reviewstep.approve(submitted_lenient())
    consulted(12, 1, "after", tried=[TRIED_IN_VAIN])


def settle(**changed):
    said = {"rule": FAILED, "matter": Matter.SILENCE, "how": "stands", "seen": "0"} | changed
    reach.settle("hiccups", **said, by=user.Editor(), at=NOW)


def test_where_nobody_consults_nothing_is_due():
    assert reach.due(NOW) == {}


def test_silence_and_overrides_are_counted_by_guideline():
    silenced()
    for one in consulted(3, 0, "overridden"):
        response.make("not_given:calmol", "does-not-align-latest-evidence", to=one)
    assert reach.due(NOW) == {"hiccups": reach.Due(overridden=1, silent=1)}


def test_what_is_settled_is_due_no_longer_at_once():
    silenced()
    assert reach.due(NOW)["hiccups"].silent == 1
    settle()
    assert reach.due(NOW) == {}


def test_what_was_found_is_kept_for_some_minutes(django_assert_num_queries):
    silenced()
    reach.due(NOW)
    # The guidelines consulted, what is kept of them, the overrides and their settlements.
    with django_assert_num_queries(4):
        assert reach.due(NOW)["hiccups"].silent == 1


@pytest.mark.parametrize(
    "changed", [{"matter": "overrides"}, {"how": "somehow"}, {"seen": ""}, {"rule": "alerts[long]"}]
)
def test_what_is_not_due_is_not_settled(changed):
    silenced()
    with pytest.raises(reach.Nothing, match="There is nothing to settle"):
        settle(**changed)


def test_an_overview_has_everything_about_one_guideline():
    silenced()
    found = reach.overview("hiccups", weeks=12, at=NOW)
    assert (found.reading.number, found.earlier.number) == (2, 1)
    assert found.received.rules[FAILED].fired == 30
    assert [alarm.rule for alarm in found.watch.alarms] == [FAILED]
