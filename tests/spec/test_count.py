"""Counts: at least so many of a list, with or without what is still taken of earlier treatment."""

import pytest

from guidelines.engine import wording
from tests.spec import ward


COUNTS = [
    # of oxyblock, miniblock, betadone                               at least 1, 2, 3 of them
    ({}, "unknown", "unknown", "unknown"),
    (None, "unknown", "unknown", "unknown"),
    ({"complete": True}, "no", "no", "no"),
    ({"aspirin": True}, "unknown", "unknown", "unknown"),
    ({"alphadone": True, "complete": True}, "no", "no", "no"),
    ({"oxyblock": True}, "yes", "unknown", "unknown"),
    ({"oxyblock": True, "complete": True}, "yes", "no", "no"),
    ({"oxyblock": False}, "unknown", "unknown", "no"),
    ({"oxyblock": False, "miniblock": False}, "unknown", "no", "no"),
    ({"oxyblock": True, "miniblock": False}, "yes", "unknown", "no"),
    ({"oxyblock": True, "miniblock": None, "complete": True}, "yes", "unknown", "no"),
    ({"oxyblock": True, "aspirin": None, "complete": True}, "yes", "no", "no"),
    ({"oxyblock": True, "miniblock": True}, "yes", "yes", "unknown"),
    ({"oxyblock": True, "betadone": True}, "yes", "yes", "unknown"),
    ({"oxyblock": True, "alphadone": True, "complete": True}, "yes", "no", "no"),
    ({"oxyblock": True, "miniblock": True, "betadone": True}, "yes", "yes", "yes"),
]


@pytest.mark.parametrize(("medicines", "one", "two", "three"), COUNTS)
def test_at_least_so_many_of_a_list(medicines, one, two, three):
    """Yes when enough are taken; no when those taken and those not excluded cannot be enough; else unknown."""
    found = [_count(number, {"medicines": medicines}) for number in (1, 2, 3)]
    assert found == [one, two, three]


@pytest.mark.parametrize(("medicines", "one", "two", "three"), COUNTS)
def test_fewer_than_so_many_is_the_opposite(medicines, one, two, three):
    """A negated count is no where the count is yes, and unknown where it is unknown."""
    opposite = {"yes": "no", "no": "yes", "unknown": "unknown"}
    found = [_count(number, {"medicines": medicines}, negated=True) for number in (1, 2, 3)]
    assert found == [opposite[one], opposite[two], opposite[three]]


def test_a_drug_named_twice_counts_once():
    """A drug that is named by itself and by its class is one medicine."""
    line = {"fact": "medicines", "op": "at_least", "number": 2, "values": ["blockers", "oxyblock"]}
    found = [ward.truth_of(line, {"medicines": {code: True, "complete": True}}) for code in ("oxyblock", "miniblock")]
    assert found == ["no", "no"]


STILL_TAKEN = [
    # medicines                         trials of alphadone     at least 2 of blockers and dones
    ({"oxyblock": True}, [True], "yes"),
    ({"oxyblock": True, "complete": True}, [True], "yes"),
    ({"oxyblock": True, "complete": True}, [False], "no"),
    ({"oxyblock": True, "complete": True}, [None], "unknown"),
    ({"oxyblock": True, "complete": True}, [False, None, True], "yes"),
    ({"oxyblock": True, "complete": True}, [], "no"),
    ({"oxyblock": True, "complete": True}, None, "unknown"),
    ({"alphadone": True, "complete": True}, [True], "no"),
    ({"alphadone": True, "complete": True}, None, "unknown"),
    ({"oxyblock": True, "miniblock": True}, None, "yes"),
    ({"complete": True}, [True, True], "no"),
    ({"complete": True}, [True], "no"),
    ({"oxyblock": False, "miniblock": False, "betadone": False}, [True], "no"),
    (None, [True], "unknown"),
    (None, [], "unknown"),
]


@pytest.mark.parametrize(("medicines", "taking", "found"), STILL_TAKEN)
def test_a_count_takes_in_what_is_still_taken(medicines, taking, found):
    """A treatment still taken counts like a listed medicine, and a drug that is listed too counts once."""
    line = {"fact": "medicines", "op": "at_least", "number": 2, "values": ["blockers", "dones"], "or_taking": "trials"}
    trials = None if taking is None else [_trial(still_taking=still) for still in taking]
    assert ward.truth_of(line, {"medicines": medicines, "trials": trials}) == found


def test_two_treatments_still_taken_are_two():
    """Nothing needs to stand in the list of medicines; but two forms of one drug are one."""
    forms = [
        {"code": "alphadone_er", "name": "A", "kind": "drug", "drug": "alphadone", "summary": "", "sources": ["R1"]}
    ]
    line = {"fact": "medicines", "op": "at_least", "number": 2, "values": ["dones"], "or_taking": "trials"}
    found = [
        ward.truth_of(line, {"trials": [_trial(still_taking=True), _trial(treatment=other, still_taking=True)]}, **rows)
        for other, rows in (("betadone", {}), ("alphadone_er", {"treatments": forms}))
    ]
    assert found == ["yes", "unknown"]


def test_what_a_count_leaves_out_is_not_counted_either_way():
    """A medicine that is left out counts neither where it is listed nor where it is still taken."""
    line = {"fact": "medicines", "op": "at_least", "number": 1, "values": ["dones"], "besides": ["alphadone"]}
    answers = {"medicines": {"alphadone": True, "complete": True}, "trials": [_trial(still_taking=True)]}
    assert ward.truth_of(line | {"or_taking": "trials"}, answers) == "no"


def test_a_count_that_does_not_apply_is_no_by_rule():
    """Nobody asks a man for the signs of a disease of women: he has none of them."""
    signs = {"code": "signs", "topic": "person", "kind": "members", "text": "Signs?", "asked_of": "female"}
    signs["members"] = [{"code": code, "text": code} for code in ("rash", "cough")]
    line = {"fact": "signs", "op": "at_least", "number": 1, "values": ["rash", "cough"]}
    assert [ward.truth_of(line, {"sex": sex}, facts=[signs]) for sex in ("male", "female")] == ["no", "unknown"]


def test_a_count_is_open_to_both_lists_that_it_reads():
    """What could still settle a count is asked for: the medicines, the earlier treatment, or both."""
    line = {"fact": "medicines", "op": "at_least", "number": 2, "values": ["dones"], "or_taking": "trials"}
    book = _asking(line)
    people = [ward.person(answers, book) for answers in ({}, {"medicines": {"complete": True}}, {"trials": []})]
    found = [person.judgement.open_facts(book.criteria["asked"]) for person in people]
    assert found == [{"medicines", "trials"}, {"trials"}, {"medicines"}]


COUNTED = [
    ({}, "medicines include at least 2 of Blockers and Dones"),
    ({"or_taking": "trials"}, "medicines or trials still taken include at least 2 of Blockers and Dones"),
    ({"besides": ["alphadone"]}, "medicines include at least 2 of Blockers and Dones besides Alphadone"),
]


@pytest.mark.parametrize(("more", "words"), COUNTED)
def test_a_count_in_words(more, words):
    """A count names the classes as its line does, not their members."""
    line = {"fact": "medicines", "op": "at_least", "number": 2, "values": ["dones", "blockers"]} | more
    assert wording.population(_asking(line), "asked") == words


def test_how_many_is_no_bound_of_a_number():
    """No value is ever printed or compared against the number of a count."""
    line = {"fact": "medicines", "op": "at_least", "number": 2, "values": ["dones", "blockers"]}
    assert _asking(line).bounds == ward.BOOK.bounds


def test_a_reason_names_what_was_counted():
    """The reader sees the medicines that made up the number, and what is or may be still taken."""
    line = {"fact": "medicines", "op": "at_least", "number": 2, "values": ["dones", "blockers"], "or_taking": "trials"}
    rule = next(row for row in ward.document_of()["contraindications"] if row["code"] == "c_skin")
    book = _asking(line, contraindications=[rule | {"population": "asked"}])
    trials = [_trial(still_taking=True), _trial(treatment="betadone", still_taking=False), _trial(treatment="gel")]
    found = ward.option("gel", book, medicines={"oxyblock": True, "aspirin": True, "complete": True}, trials=trials)
    facts = next(reason["facts"] for reason in found["reasons"] if reason["rule"] == "c_skin")
    assert facts == {"medicines": "Oxyblock", "trials": "Alphadone 60 a day for 8 weeks (none) still taking"}


def _asking(line, **rows):
    return ward.book(populations=[{"code": "asked", "name": "asked", "join": "all", "lines": [line]}], **rows)


def _count(number, answers, **more):
    wanted = {"values": ["blockers", "dones"], "besides": ["alphadone"]}
    return ward.truth_of({"fact": "medicines", "op": "at_least", "number": number} | wanted | more, answers)


def _trial(**more):
    return {"treatment": "alphadone", "outcome": "none", "daily_dose": 60, "weeks": 8} | more
