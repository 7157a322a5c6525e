"""Tasks open with enough overrides for newer evidence, close when settled, and open again only with new ones."""

import pytest

from advisor import reach
from tests.factories import consultation, response, settlement


pytestmark = pytest.mark.django_db
RULE = "options[calmol_second]"
EVIDENCE = "does-not-align-latest-evidence"


@pytest.fixture(autouse=True)
def _two_are_enough(settings):
    settings.OVERRIDES_THAT_OPEN_A_TASK = 2


def overridden(times, departure=EVIDENCE, series="key"):
    found = [consultation.make(key=f"{series} {at}") for at in range(times)]
    return [response.make("not_given:calmol", departure, to=one) for one in found]


def told(slug=None):
    return [(task.guideline, task.rule, task.overrides) for task in reach.tasks(slug)]


def test_enough_overrides_open_a_task():
    overridden(1)
    assert told() == []
    overridden(1, series="another")
    assert told() == told("hiccups") == [("hiccups", RULE, 2)]
    assert told("sneezes") == []


def test_other_reasons_open_none():
    overridden(3, "patient-refuses")
    assert told() == []


def test_who_said_otherwise_later_does_not_count():
    first, _second = overridden(2)
    response.make(to=first.consultation)
    assert told() == []


def test_one_clinician_overriding_one_advice_again_and_again_counts_once():
    [only] = overridden(1)
    response.make(to=only.consultation)
    response.make("not_given:calmol", EVIDENCE, to=only.consultation)
    assert told() == []


def test_a_settled_task_is_closed_until_there_are_enough_new_overrides():
    overridden(2)
    [task] = reach.tasks()
    settlement.make(RULE, seen=task.seen)
    assert told() == []
    overridden(1, series="third")
    assert told() == []
    overridden(1, series="fourth")
    assert told() == [("hiccups", RULE, 2)]


def test_an_override_that_came_while_an_editor_looked_is_not_settled_with_the_others():
    overridden(2)
    [task] = reach.tasks()
    overridden(2, series="meanwhile")
    settlement.make(RULE, seen=task.seen)
    assert told() == [("hiccups", RULE, 2)]


def test_settling_something_else_of_the_rule_leaves_the_task():
    *_, last = overridden(2)
    settlement.make(RULE, "silence", seen=last.pk)
    settlement.make("options[water_first]", seen=last.pk)
    assert told() == [("hiccups", RULE, 2)]


def test_it_takes_two_statements_for_all_guidelines(django_assert_num_queries):
    overridden(3)
    with django_assert_num_queries(2):
        reach.tasks()
