"""Worked patients: how their lines are read as answers, and every promise they can make about the advice."""

import pytest

from guidelines.engine import case
from guidelines.engine.rulebook import Case
from tests.spec import ward


ACHE = """jurisdiction: us
age: 50
sex: male
weight: 70
height: 175
creatinine: 1.0 mg/dL
condition: ache"""


def _run(expects, more="", rest="normal", of=ward.BOOK):
    return case.run(of, Case("V1", "A patient", f"{ACHE}\n{more}", expects, rest))


ANSWERS = [
    ("smoker", "yes", True),
    ("smoker", "no", False),
    ("smoker", "not known", None),
    ("age", "55", {"value": 55.0, "confirmed": True}),
    ("creatinine", "88.42 umol/L", {"value": 88.42, "unit": "umol/L", "confirmed": True}),
    ("condition", "ache", "ache"),
    ("medicines", "oxyblock, aspirin", {"oxyblock": True, "aspirin": True, "complete": True}),
    ("medicines", "oxyblock, not aspirin, ...", {"oxyblock": True, "aspirin": False, "complete": False}),
    ("medicines", "none", {"complete": True}),
    ("trials", "none", []),
    ("trials", "gel", [{"treatment": "gel", "still_taking": False}]),
    (
        "trials",
        "alphadone 60 for 9 weeks none taking; gel not_tolerated",
        [
            {"treatment": "alphadone", "daily_dose": 60.0, "weeks": 9.0, "outcome": "none", "still_taking": True},
            {"treatment": "gel", "outcome": "not_tolerated", "still_taking": False},
        ],
    ),
]


@pytest.mark.parametrize(("fact", "text", "answer"), ANSWERS)
def test_how_a_line_is_read(fact, text, answer):
    """Plain words become an answers document; a worked patient's unusual values count as confirmed."""
    assert case.answer(ward.BOOK.facts[fact], text) == answer


def test_what_is_left_out_is_no_none_or_normal():
    """A case says only what is special about its patient."""
    answers = case.answered(ward.BOOK, Case("V1", "", "sex: male", "", "normal"))
    assert (answers["fever"], answers["medicines"], answers["trials"]) == (False, {"complete": True}, [])
    assert (answers["condition"], "child_pugh_stated" in answers, "age" in answers) == ("neither", False, False)


def test_what_is_left_out_may_also_stay_unanswered():
    """With "rest: nothing" only what is written is answered."""
    assert list(case.answered(ward.BOOK, Case("V1", "", "sex: male", "", "nothing"))) == ["sex"]


PROMISES = [
    # kept                                    broken                               patient
    ("first: alphadone, betadone", "first: gel", ""),
    ("line 1: alphadone, betadone", "line 1: gel", ""),
    ("line 2: gel", "line 2: rest", "broken_skin: yes"),
    ("only first: alphadone, betadone", "only first: alphadone", ""),
    ("not first: gel, rest", "not first: betadone", ""),
    ("offer: alphadone, gel", "offer: rest", ""),
    ("caution: gel", "caution: alphadone", "broken_skin: yes"),
    ("check: alphadone", "check: gel", "dialysis: not known\ncreatinine: not known"),
    ("exclude: alphadone, betadone", "exclude: gel", "medicines: oxyblock"),
    ("not_indicated: rest", "not_indicated: gel", ""),
    ("not offered: rest, alphadone", "not offered: gel", "medicines: oxyblock"),
    ("reason: alphadone c_blocker", "reason: alphadone c_elderly", "medicines: oxyblock"),
    ("reason: alphadone c_blocker avoid", "reason: alphadone c_blocker caution", "medicines: oxyblock"),
    ("reason: gel c_skin caution", "reason: gel c_blocker caution", "broken_skin: yes"),
    ("no reason: gel c_blocker", "no reason: alphadone c_blocker", "medicines: oxyblock"),
    ("dose: alphadone start 50 max 300", "dose: alphadone start 25", ""),
    ("dose: alphadone usual 100-300 rule a_us", "dose: alphadone usual 100-200", ""),
    ("also: alphadone start 20 max 50", "also: alphadone start 20 max 60", "dialysis: yes"),
    ("also: alphadone rule a_hd", "also: betadone rule a_hd", "dialysis: yes"),
    ("one dose: betadone", "one dose: betadone, alphadone", "dialysis: yes"),
    (
        "note: betadone 25 to 50 % of the usual",
        "note: betadone 75 %",
        "chronic_liver_disease: yes\nchild_pugh_stated: b",
    ),
    ("cell: alphadone 300 150", "cell: alphadone 300 300", "creatinine: 2.0"),
    ("cell: alphadone 100 25-50", "cell: alphadone 600 300", "creatinine: 2.0"),
    ("no dose: gel, rest", "no dose: alphadone", ""),
    ("ask: creatinine", "ask: smoker", "creatinine: not known"),
    ("no ask: smoker", "no ask: creatinine", "creatinine: not known"),
    ("derived: crcl 87.5", "derived: crcl 87.4", ""),
    ("derived: liver_class b", "derived: liver_class a", "chronic_liver_disease: yes\nchild_pugh_stated: b"),
    ("derived: crcl refused", "derived: crcl unknown", "dialysis: yes"),
    ("derived: crcl unknown", "derived: crcl refused", "creatinine: not known"),
    ("sensitive: crcl", "not sensitive: crcl", "weight: 150\ncreatinine: 1.8"),
    ("not sensitive: crcl", "sensitive: crcl", ""),
    ("disagreement: G1", "no disagreement: G1", ""),
    ("no disagreement: G1", "disagreement: G1", "condition: itch"),
    ("alert: fever", "alert: smoker", "fever: yes"),
    ("stop: child", "stop: fever", "age: 17\nfever: yes"),
    ("withhold: fever", "withhold: smoker", "fever: yes\nsmoker: yes"),
    ("warn: smoker", "warn: fever", "smoker: yes"),
    ("no alert: smoker", "no alert: fever", "fever: yes"),
    ("in: ache", "in: itch", ""),
    ("not in: itch, female", "not in: ache", ""),
    ("statement: S1", "statement: S2", ""),
]


@pytest.mark.parametrize(("kept", "broken", "more"), PROMISES, ids=[row[0] for row in PROMISES])
def test_every_promise_can_be_kept_and_broken(kept, broken, more):
    """A promise that holds says nothing; one that does not says what the advice is instead."""
    assert _run(kept, more) == []
    assert _run(broken, more)[0].startswith(f"V1: {broken}: ")


def test_every_promise_word_is_tried():
    """No word of the notation is left untried here; "refused" has its own test, and line 3 is read as line 2 is."""
    from guidelines.engine import promise

    tried = {row[0].partition(":")[0] for row in PROMISES}
    assert tried | {"refused", "line 3"} == set(promise.CHECKS)


def test_answers_that_must_be_refused():
    """A case may promise that its answers are refused, naming the fact; accepted answers then fail it."""
    assert _run("refused: creatinine", "creatinine: 90 mg/dL") == []
    assert "names creatinine" in _run("refused: age", "creatinine: 90 mg/dL")[0]
    assert "accepted" in _run("refused: creatinine")[0]
    assert "were refused" in _run("first: alphadone", "creatinine: 90 mg/dL")[0]


UNREADABLE = [
    ("offer: alphadone", "smokes: yes", 'there is no fact "smokes"'),
    ("offer: alphadone", "smoker: perhaps", "must be yes, no or not known"),
    ("offer: alphadone", "smoker", 'must be written as "name: value"'),
    ("offer: alphadone", "age: old", "old is not a number"),
    ("offer: alphadone", "trials: gel quickly", '"quickly"'),
    ("offer: alphadone", "trials: gel for some weeks", "some is not a number"),
    ("offer: alphadone", "trials: ;", None),
    ("offer alphadone", "", 'must be written as "name: value"'),
    ("love: alphadone", "", "no promise a case can make"),
    ("offer: alphadome", "", "names something unknown: alphadome"),
    ("derived: weight 70", "", "names something unknown: weight"),
    ("derived: crcl about 90", "", "cannot be read"),
    ("dose: alphadone start", "", "cannot be read"),
    ("cell: alphadone 300", "", "cannot be read"),
    ("reason: alphadone", "", "cannot be read"),
    ("in: nobody", "", "names something unknown"),
    ("not in: nobody", "", "names something unknown"),
]


@pytest.mark.parametrize(("expects", "more", "sentence"), UNREADABLE)
def test_a_line_that_cannot_be_read_fails_its_case(expects, more, sentence):
    """A slip of the pen is a failure that names the line, never a pass and never a crash."""
    found = _run(expects, more)
    assert found == [] if sentence is None else sentence in found[0]
