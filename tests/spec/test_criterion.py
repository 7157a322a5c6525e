"""Criteria: one line on one fact of every kind, judged at its exact edges."""

import pytest

from tests.spec import ward


LIMIT = [
    # clearance below   at most  above  at least 30
    (29.9, "yes", "yes", "no", "no"),
    (29.99999, "yes", "yes", "no", "no"),
    (30 - 1e-10, "no", "yes", "no", "yes"),
    (30, "no", "yes", "no", "yes"),
    (30 + 1e-10, "no", "yes", "no", "yes"),
    (30.00001, "no", "no", "yes", "yes"),
    (30.1, "no", "no", "yes", "yes"),
]


@pytest.mark.parametrize(("height", "lt", "le", "gt", "ge"), [(100 + h, *rest) for h, *rest in LIMIT])
def test_a_number_at_its_bound(height, lt, le, gt, ge):
    """29.9 is never 30, but noise in the tenth decimal place is no difference (design promise 7)."""
    found = [_number(op, 130, {"height": height}) for op in ("lt", "le", "gt", "ge")]
    assert found == [lt, le, gt, ge]


def test_59_6_is_not_60():
    """A clearance of 59.6 falls below 60: nothing is rounded before it is compared."""
    answers = ward.well(age=68, weight=60, height=170, creatinine=1.0 * 60 / 59.6)
    assert ward.person(answers).state("crcl").value == pytest.approx(59.6)
    assert _number("ge", 60, answers, fact="crcl") == "no"


def test_seven_to_4_9_is_30_percent_relief():
    """Relief from 7 to 4.9 computes as 29.999…96 percent, and counts as 30."""
    answers = {"ache_before": 7, "ache_now": 4.9}
    assert ward.person(answers).state("relief").value < 30
    assert _number("ge", 30, answers, fact="relief") == "yes"


@pytest.mark.parametrize(
    ("answers", "plain", "negated"),
    [
        ({"smoker": True}, "yes", "no"),
        ({"smoker": False}, "no", "yes"),
        ({"smoker": None}, "unknown", "unknown"),
        ({}, "unknown", "unknown"),
    ],
)
def test_yes_or_no(answers, plain, negated):
    """Not asked and asked without an answer are both unknown, also when the line is negated."""
    line = {"fact": "smoker", "op": "yes"}
    assert ward.truth_of(line, answers) == plain
    assert ward.truth_of(line | {"negated": True}, answers) == negated


@pytest.mark.parametrize(
    ("answers", "found"),
    [({"condition": "ache"}, "yes"), ({"condition": "itch"}, "yes"), ({"condition": "neither"}, "no"), ({}, "unknown")],
)
def test_one_of_several_choices(answers, found):
    """A choice is in the list, not in it, or not known."""
    assert ward.truth_of({"fact": "condition", "op": "in", "values": ["ache", "itch"]}, answers) == found


MEDICINES = [
    ({"oxyblock": True}, "yes"),
    ({"miniblock": True, "oxyblock": False}, "yes"),
    ({"oxyblock": False, "miniblock": False}, "no"),
    ({"oxyblock": False}, "unknown"),
    ({"oxyblock": False, "miniblock": None}, "unknown"),
    ({"aspirin": True}, "unknown"),
    ({"aspirin": True, "complete": True}, "no"),
    ({"complete": True}, "no"),
    ({"complete": False}, "unknown"),
    ({"oxyblock": None, "complete": True}, "unknown"),
    ({"aspirin": None, "complete": True}, "no"),
    ({}, "unknown"),
]


@pytest.mark.parametrize(("medicines", "found"), MEDICINES)
def test_takes_a_drug_of_a_class(medicines, found):
    """One member is enough for yes; for no, every member must be denied or the list be complete."""
    line = {"fact": "medicines", "op": "includes", "values": ["blockers"]}
    assert ward.truth_of(line, {"medicines": medicines}) == found


def test_a_list_may_name_one_drug():
    """A single drug of the catalogue can be asked for as well as its class."""
    line = {"fact": "medicines", "op": "includes", "values": ["aspirin"]}
    assert ward.truth_of(line, {"medicines": {"aspirin": True}}) == "yes"


def _trial(**more):
    return {"treatment": "alphadone", "outcome": "none", "daily_dose": 60, "weeks": 8} | more


TRIALS = [
    # trials                                        failed      tolerated badly  tried
    ([], "no", "no", "no"),
    ([_trial()], "yes", "no", "yes"),
    ([_trial(weeks=7.9)], "no", "no", "yes"),
    ([_trial(daily_dose=30)], "no", "no", "yes"),
    ([_trial(weeks=None)], "unknown", "no", "yes"),
    ([_trial(daily_dose=None)], "unknown", "no", "yes"),
    ([_trial(weeks=None, daily_dose=30)], "no", "no", "yes"),
    ([_trial(outcome=None)], "unknown", "unknown", "yes"),
    ([_trial(outcome="response")], "no", "no", "yes"),
    ([_trial(outcome="not_tolerated", weeks=1)], "no", "yes", "yes"),
    ([_trial(treatment="gel")], "no", "no", "no"),
    ([_trial(weeks=2), _trial()], "yes", "no", "yes"),
    (None, "unknown", "unknown", "unknown"),
]


@pytest.mark.parametrize(("trials", "failed", "badly", "tried"), TRIALS)
def test_a_trial_counts_as_failed_from_60_mg_for_8_weeks(trials, failed, badly, tried):
    """A trial that was too short or too low did not fail; one whose length is not known may have."""
    found = [_of_trials(op, trials) for op in ("failed", "not_tolerated", "tried")]
    assert found == [failed, badly, tried]


@pytest.mark.parametrize(("taking", "found"), [(True, "yes"), (False, "no"), (None, "unknown")])
def test_still_taking(taking, found):
    """Whether a treatment is still taken is an answer of its own."""
    assert _of_trials("taking", [_trial(still_taking=taking)]) == found


@pytest.mark.parametrize(("op", "outcome"), [("partial", "partial"), ("responded", "response")])
def test_partial_and_full_response(op, outcome):
    """A partial response is not a response, and a response is no partial one."""
    other = {"partial": "response", "response": "partial"}[outcome]
    assert _of_trials(op, [_trial(outcome=outcome)]) == "yes"
    assert _of_trials(op, [_trial(outcome=other)]) == "no"


@pytest.mark.parametrize(("wanted", "found"), [("alphadone", "yes"), ("dones", "yes"), ("blockers", "no")])
def test_a_class_has_failed_when_a_treatment_of_it_has(wanted, found):
    """Failure of one drug is failure of its class, and says nothing of another class."""
    line = {"fact": "trials", "op": "failed", "values": [wanted]}
    assert ward.truth_of(line, {"trials": [_trial()]}) == found


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({"sex": "male"}, "no"),
        ({"sex": "female"}, "unknown"),
        ({"sex": "female", "pregnant": True}, "yes"),
        ({"sex": "female", "pregnant": False}, "no"),
        ({}, "unknown"),
    ],
)
def test_a_question_that_does_not_apply_is_no_by_rule(answers, found):
    """Nobody asks a man whether he is pregnant: the answer is no."""
    assert ward.truth_of({"fact": "pregnant", "op": "yes"}, answers) == found


def test_a_number_that_does_not_apply_is_within_no_bound():
    """Weeks of pregnancy of a man are neither below nor above 20."""
    weeks = {"code": "weeks", "topic": "person", "kind": "number", "text": "Weeks?", "asked_of": "female"}
    found = [
        ward.truth_of({"fact": "weeks", "op": op, "number": 20}, {"sex": "male"}, facts=[weeks]) for op in ("lt", "ge")
    ]
    assert found == ["no", "no"]


def test_a_population_may_name_another():
    """A negated population is the opposite of the population it names."""
    line = {"population": "elderly", "negated": True}
    assert [ward.truth_of(line, {"age": age}) for age in (74, 75)] == ["yes", "no"]


def _number(op, number, answers, fact="height"):
    return ward.truth_of({"fact": fact, "op": op, "number": number}, answers)


def _of_trials(op, trials):
    return ward.truth_of({"fact": "trials", "op": op, "values": ["alphadone"]}, {"trials": trials})
