"""How rules were received, in words: what each is called, small numbers kept back, and what an alarm says."""

from collections import Counter
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from advisor import sheet
from advisor.reach import Alarm, Band, Received, Reception, Task, Watch
from advisor.sheet.reception import counted
from tests.spec import ward


OPTION, KIDNEY, GONE = "options[alpha_ache]", "contraindications[c_kidney]", "contraindications[c_gone]"
SINCE = datetime(2026, 3, 2, tzinfo=UTC)


def told(rules=(), *, bands=(), alarms=(), tasks=(), worked=()):
    reading = SimpleNamespace(title="The ache", number=2, compiled=ward.BOOK)
    watch = Watch(300, 40, SINCE, frozenset({OPTION, KIDNEY}), dict(bands), dict(worked), tuple(alarms))
    received = Received(400, 12, dict(rules))
    overview = SimpleNamespace(reading=reading, earlier=None, watch=watch, received=received, tasks=tuple(tasks))
    return sheet.receptions(overview)


def row(**reception):
    return told({OPTION: Reception(**reception)})["kinds"][0]["rows"][0]


def reasons(**often):
    return Counter({code.replace("_", "-"): count for code, count in often.items()})


@pytest.mark.parametrize(("number", "said"), [(0, "0"), (1, "under 5"), (4, "under 5"), (5, "5"), (1200, "1200")])
def test_a_small_number_is_only_told_as_small(number, said):
    assert counted(number) == said


def test_a_rule_is_called_by_what_it_is_about():
    assert row(fired=3)["title"] == "Alphadone for ache"


def test_how_often_it_fired_is_told_exactly_and_how_it_was_taken_is_not():
    found = row(fired=3, accepted=2, overridden=1, departures=reasons(patient_refuses=1))
    assert (found["fired"], found["accepted"], found["overridden"], found["reasons"]) == ("3", "under 5", "under 5", [])


def test_reasons_that_are_told_do_not_give_away_one_that_is_not():
    found = row(fired=30, overridden=12, departures=reasons(patient_refuses=10, action_completed=2))
    assert found["reasons"] == ["The patient refuses: 10"]
    assert found["overridden"] == "11 to 14"


@pytest.mark.parametrize("others", [0, 5, 6])
def test_where_they_give_nothing_away_the_number_is_told(others):
    departures = reasons(patient_refuses=10, action_completed=3, too_costly_uncovered=others - 3) if others else None
    found = row(fired=30, overridden=10 + others, departures=departures or reasons(patient_refuses=10))
    assert found["overridden"] == str(10 + others)


def test_what_did_not_fire_is_named_apart():
    kinds = {kind["title"]: kind for kind in told({OPTION: Reception(fired=3)})["kinds"]}
    assert kinds["Recommendations"]["silent"] == []
    assert kinds["Contraindications and cautions"]["silent"] == ["Betadone: weak kidney (contraindicated)"]


def test_what_fired_outside_its_band_is_marked():
    found = told({OPTION: Reception(fired=3)}, bands={OPTION: Band(30, 4, 9, 3, 0.1)}, worked={OPTION: 7})
    [shown] = found["kinds"][0]["rows"]
    assert (shown["expected"], shown["lately"], shown["outside"], shown["worked"]) == ("4 to 9", "3", True, "7")


def test_where_nothing_came_before_nothing_is_told_to_be_expected():
    assert told({OPTION: Reception(fired=3)})["expects"] is False
    assert told({OPTION: Reception(fired=3)}, bands={OPTION: Band(30, 4, 9, 3, 0.1)})["expects"] is True


def test_an_alarm_says_what_was_expected_and_what_came():
    [alarm] = told(alarms=[Alarm(KIDNEY, Band(60, 3, 14, 0, 1e-9), gone=False)])["alarms"]
    assert alarm["title"] == "Betadone: weak kidney (contraindicated)"
    assert alarm["text"] == (
        "It fired in 60 of 300 consultations in the weeks before and in none of the 40 since 2 March 2026, "
        "where 3 to 14 were to be expected."
    )


def test_an_alarm_about_a_rule_that_was_taken_out_says_so():
    [alarm] = told(alarms=[Alarm(GONE, Band(60, 3, 14, 0, 1e-9), gone=True)])["alarms"]
    assert alarm["title"] == GONE
    assert alarm["text"].endswith("It no longer stands in edition 2.")


def test_an_alarm_from_the_worked_patients_names_the_edition():
    [alarm] = told(alarms=[Alarm(KIDNEY, None, gone=False)])["alarms"]
    assert alarm["text"] == "It fires in no worked patient of edition 2, though it did in the edition before."


@pytest.mark.parametrize(("overrides", "said"), [(3, "3 or more"), (7, "7")])
def test_a_task_tells_how_often_where_that_is_not_few(overrides, said):
    [task] = told(tasks=[Task("ward", OPTION, overrides, seen=9)])["tasks"]
    assert task["text"].endswith(f"consultations: {said}.")
    assert (task["rule"], task["seen"]) == (OPTION, 9)
    assert task["edit"] == "/admin/guidelines/option/?q=alpha_ache"
