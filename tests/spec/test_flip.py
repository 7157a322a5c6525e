"""Flips, as a clinician reads them: at which number the advice changes, how exactly, and which measurement leads there."""

import pytest

from guidelines.engine import flip, outcome, supposition, swap
from guidelines.engine.outcome import Grade
from guidelines.engine.way import Side
from tests.spec import ward
from tests.spec.ward_rules import band, dose


def turns(of=ward.BOOK, **changes):
    return flip.numbers(ward.person(ward.well(**changes), of))


def told(found):
    return [(one.fact, one.side, one.at) for one in found]


def grades(turn):
    return {change.treatment: change.grade for change in turn.changes}


def test_the_well_man_from_the_nearest_turn_to_the_farthest():
    """His clearance is 87.5: half the dose below 60, no betadone below 30, least below 15; at 75 years he is elderly."""
    assert told(turns()) == [
        ("crcl", Side.BELOW, 60),
        ("age", Side.AT_LEAST, 75),
        ("crcl", Side.BELOW, 30),
        ("crcl", Side.BELOW, 15),
    ]


def test_what_changes_at_a_turn_is_told_gravest_first_and_why():
    """Below 30 betadone is lost, because of the kidneys, and alphadone has a lower maximum."""
    [turn] = [one for one in turns() if one.at == 30]
    assert [(change.treatment, change.grade) for change in turn.changes] == [
        ("betadone", Grade.LOST),
        ("alphadone", Grade.LOWERED),
    ]
    assert turn.changes[0].because == ("Because of weak_kidney.",)
    assert (turn.changes[1].before.maximum, turn.changes[1].after.maximum) == (300, 75)


EDGES = [
    # the band of 30 and above                            the turn is told as
    ({"low": 30, "high": 60, "high_open": True}, (Side.BELOW, 30)),  # exactly 30 still belongs to it
    ({"low": 30, "high": 60, "low_open": True, "high_open": True}, (Side.AT_MOST, 30)),  # exactly 30 does not
]


@pytest.mark.parametrize(("edges", "expected"), EDGES)
def test_a_bound_is_as_open_or_closed_as_the_rule_says(edges, expected):
    """30.0 is 30: it turns with the rule, not with a rounded number."""
    lower = {"high": 30, "high_open": not edges.get("low_open", False), "low": 15}
    rows = [
        dose("a_30", "alphadone", "renal", band=band(**edges), start=25, maximum=150),
        dose("a_15", "alphadone", "renal", band=band(**lower), start=25, maximum=75),
    ]
    found = [one for one in turns(ward.book(dose_ranges=rows)) if "alphadone" in grades(one) and one.at == 30]
    assert [(one.side, one.at) for one in found] == [expected]


def test_somebody_exactly_on_a_bound_is_at_no_distance_from_what_is_beyond():
    """At a clearance of exactly 60 the next smaller number is another dose."""
    exactly = {"value": 90 * 70 / (72 * 60), "confirmed": True}
    nearest = turns(creatinine=exactly)[0]
    assert (nearest.fact, nearest.side, nearest.at) == ("crcl", Side.BELOW, 60)
    assert nearest.distance == pytest.approx(0)


def test_time_only_passes():
    """Nobody gets younger: a man of 80 is not told what would be if he were 74."""
    assert not [one for one in turns(age=80) if one.fact == "age"]


def test_a_worked_out_value_is_led_to_by_one_measurement():
    """A creatinine of 2.92 mg/dL, and nothing else changed, brings his clearance below 30."""
    [turn] = [one for one in turns() if one.at == 30]
    assert (turn.way.fact, turn.way.value, turn.way.upwards) == ("creatinine", 2.92, True)


@pytest.mark.parametrize("at", [60, 30, 15])
def test_answering_the_way_gives_the_advice_that_was_told(at):
    """The measurement is answered and the man advised on again: the same becomes of every treatment."""
    person = ward.person(ward.well())
    [turn] = [one for one in flip.numbers(person) if one.fact == "crcl" and one.at == at]
    there = supposition.number(person, person.book.facts[turn.way.fact], turn.way.value)
    advised = outcome.outcomes(person.book, there)
    for change in turn.changes:
        assert (advised[change.treatment].verdict, advised[change.treatment].maximum) == (
            change.after.verdict,
            change.after.maximum,
        )


def test_what_no_plausible_measurement_leads_to_is_not_told():
    """No weight, height or creatinine within reason makes a clearance of 500."""
    far = {"code": "far", "name": "far", "join": "all", "lines": [{"fact": "crcl", "op": "gt", "number": 500}]}
    rule = {"code": "c_far", "severity": "avoid", "population": "far", "treatments": ["gel"]}
    words = {"reason": "Too far.", "action": "", "sources": ["R1"]}
    assert not [one for one in turns(ward.book(populations=[far], contraindications=[rule | words])) if one.at == 500]


def test_where_another_method_meets_a_bound_is_a_turn_of_its_own():
    """In a heavy man the ideal weight reaches 30 before the leading one does, and betadone must be checked."""
    [turn] = [one for one in turns(weight=120, creatinine=1.2) if one.method and "betadone" in grades(one)]
    assert (turn.method, grades(turn)["betadone"]) == ("ideal", Grade.HELD)


def swaps(**changes):
    return swap.answers(ward.person(ward.well(**changes)))


def test_other_answers_that_would_change_the_advice():
    """A blocker rules both dones out, whichever it is; what no rule asks about is left out."""
    first = swaps()[0]
    assert (first.fact, first.present, first.members) == ("medicines", True, ("oxyblock", "miniblock"))
    assert [change.grade for change in first.changes] == [Grade.LOST, Grade.LOST]
    assert not [one for one in swaps() if one.fact in ("smoker", "fever") or "aspirin" in one.members]


def test_leaving_off_what_rules_a_treatment_out_brings_it_back():
    """Without the blocker both dones could be given."""
    [back] = [one for one in swaps(medicines={"oxyblock": True, "complete": True}) if not one.present]
    assert [(change.treatment, change.grade) for change in back.changes] == [
        ("alphadone", Grade.GAINED),
        ("betadone", Grade.GAINED),
    ]


def test_answers_that_contradict_others_are_not_supposed():
    """A man is not told what would be if he were pregnant."""
    assert not [one for one in swaps(pregnant=False) if one.fact == "pregnant"]
