"""The answers about one patient: what is read, what must be confirmed, and what is refused with a sentence that helps."""

import pytest

from guidelines.engine import advice, patient
from guidelines.engine.fact import Members, Outcome, Trial
from tests.spec import ward


def _read(fact, answer, of=ward.BOOK):
    return ward.person({fact: answer}, of).values.get(fact)


def _refusal(answers, of=ward.BOOK):
    with pytest.raises(patient.Refused) as caught:
        ward.person(answers, of)
    return {fault.place: fault.text for fault in caught.value.faults}


READ = [
    ("smoker", True, True),
    ("smoker", False, False),
    ("smoker", None, None),
    ("age", 55, 55),
    ("age", 55.0, 55),
    ("age", {"value": 55}, 55),
    ("age", {"value": None}, None),
    ("creatinine", {"value": 88.42, "unit": "umol/L"}, 1.0),
    ("creatinine", {"value": 88.42, "unit": "µmol/L"}, 1.0),
    ("creatinine", {"value": 1.0, "unit": "mg/dL"}, 1.0),
    ("condition", "ache", "ache"),
    ("condition", None, None),
    ("medicines", {}, Members()),
    ("medicines", {"aspirin": True}, Members(frozenset({"aspirin"}))),
    ("medicines", {"aspirin": False}, Members(absent=frozenset({"aspirin"}))),
    ("medicines", {"herbal": True, "complete": True}, Members(frozenset({"herbal"}), complete=True)),
    ("medicines", {"aspirin": None}, Members()),
    ("trials", [], ()),
    ("trials", [{"treatment": "gel"}], (Trial("gel"),)),
    ("trials", [{"treatment": "gel", "outcome": "partial"}], (Trial("gel", Outcome.PARTIAL),)),
    ("trials", [{"treatment": "gel", "weeks": 3, "daily_dose": 2.5}], (Trial("gel", None, 2.5, 3.0),)),
    ("trials", [{"treatment": "gel", "still_taking": True}], (Trial("gel", still_taking=True),)),
]


@pytest.mark.parametrize(("fact", "answer", "value"), READ)
def test_answers_of_every_kind(fact, answer, value):
    """A number may carry a unit; null is "asked, not known", and says as little as no answer."""
    assert _read(fact, answer) == value


REFUSED = [
    # fact         answer                               the sentence says
    ("smoker", 1, "true, false or null"),
    ("smoker", "yes", "true, false or null"),
    ("age", True, "must be a number from 0 to 120 years"),
    ("age", "55", "must be a number"),
    ("age", [55], "must be a number"),
    ("age", float("nan"), "must be a number"),
    ("age", float("inf"), "must be a number"),
    ("age", 10**400, "must be a number"),
    ("age", -(10**400), "must be a number"),
    ("age", 250, "250 years is implausible: it must be from 0 to 120 years"),
    ("age", 54.5, "whole number"),
    ("age", {"value": 55, "unit": "months"}, 'unit "months" is not known here; allowed are "a"'),
    ("age", {"value": 55, "unit": None}, "unit"),
    ("age", {"value": 55, "units": "a"}, "must be a number, or an object"),
    ("age", {"unit": "a"}, "must be a number, or an object"),
    ("age", {"value": {"value": 55}}, "must be a number"),
    ("weight", -70, "implausible: it must be from 20 to 400 kg"),
    ("creatinine", 90, "90 mg/dL is implausible: it must be from 0.1 to 20 mg/dL. Check the number and its unit."),
    ("creatinine", {"value": 1.0, "unit": "umol/L"}, "implausible"),
    ("creatinine", {"value": 1.0, "unit": "g/L"}, 'allowed are "mg/dL", "umol/L"'),
    ("condition", "stroke", "one of ache, itch, neither"),
    ("condition", True, "one of ache, itch, neither"),
    ("condition", ["ache"], "one of ache, itch, neither"),
    ("medicines", ["aspirin"], "must be an object"),
    ("medicines", {"asprin": True}, 'did you mean "aspirin"?'),
    ("medicines", {"blockers": True}, "no such entry"),
    ("medicines", {"aspirin": "yes"}, "must be true or false"),
    ("medicines", {"aspirin": 1}, "must be true or false"),
    ("medicines", {"aspirin": 0.0}, "must be true or false"),
    ("medicines", {"aspirin": True, "complete": None}, "complete, must be true or false"),
    ("medicines", {"complete": 1}, "complete, must be true or false"),
    ("trials", {}, "must be a list of at most 30 trials"),
    ("trials", [{"treatment": "gel"}] * 31, "at most 30"),
    ("trials", ["gel"], "Trial 1 must be an object"),
    ("trials", [{"treatment": "gel"}, {"drug": "gel"}], "Trial 2 must be an object with only treatment"),
    ("trials", [{"treatment": "gell"}], 'did you mean "gel"?'),
    ("trials", [{"treatment": None}], "no known treatment"),
    ("trials", [{"treatment": "gel", "outcome": "cured"}], "outcome must be one of response, partial, none"),
    ("trials", [{"treatment": "gel", "weeks": -1}], "weeks must be a number from 0"),
    ("trials", [{"treatment": "gel", "weeks": True}], "weeks must be a number"),
    ("trials", [{"treatment": "gel", "daily_dose": 10**400}], "daily_dose must be a number"),
    ("trials", [{"treatment": "gel", "daily_dose": float("nan")}], "daily_dose must be a number"),
    ("trials", [{"treatment": "gel", "still_taking": "yes"}], "still_taking must be true, false or null"),
    ("crcl", 60, "worked out from other facts"),
    ("creatinin", 1.0, 'did you mean "creatinine"?'),
    ("name", "Ada", "no such fact"),
]


@pytest.mark.parametrize(("fact", "answer", "sentence"), REFUSED)
def test_what_is_refused_and_why(fact, answer, sentence):
    """Each refusal names the fact and what would be allowed; a yes is not a number and a number no yes."""
    assert sentence in _refusal({fact: answer})[fact]


def test_everything_wrong_is_said_at_once():
    """Two faults are two sentences, each under its own fact."""
    assert set(_refusal({"age": 250, "smoker": "no", "weight": 70})) == {"age", "smoker"}


def test_a_flood_of_faults_is_cut_short():
    """Whoever sends twenty thousand wrong names is told of the first fifty."""
    assert len(_refusal({f"fact_{n}": 1 for n in range(20_000)})) == 50


@pytest.mark.parametrize("answers", [[], "age: 55", 7, None])
def test_answers_are_one_object(answers):
    """A list or a bare value is no set of answers."""
    assert list(_refusal(answers)) == ["answers"]


EDGES = [
    ("creatinine", 0.1, True),
    ("creatinine", 0.0999, False),
    ("creatinine", 20, True),
    ("creatinine", 20.001, False),
    ("creatinine", {"value": 0.1 * 88.42, "unit": "umol/L"}, True),
    ("creatinine", {"value": 1768.4, "unit": "umol/L"}, True),
    ("bilirubin", {"value": 1.71, "unit": "umol/L"}, True),
    ("bilirubin", {"value": 855, "unit": "umol/L"}, True),
    ("weight", 20, True),
    ("weight", {"value": 20 / 0.45359237, "unit": "[lb_av]"}, True),
    ("weight", {"value": 400 / 0.45359237, "unit": "[lb_av]"}, True),
    ("weight", 400.001, False),
    ("age", 0, True),
    ("age", 120, True),
    ("age", 121, False),
]


@pytest.mark.parametrize(("fact", "answer", "accepted"), EDGES)
def test_the_edges_of_the_allowed_range(fact, answer, accepted):
    """The limits themselves are allowed, also where they are typed in another unit."""
    answer = answer if isinstance(answer, dict) else {"value": answer}
    answers = {fact: answer | {"confirmed": True}}
    assert ward.person(answers).values if accepted else "implausible" in _refusal(answers)[fact]


CONFIRM = [(0.3, True), (0.29, False), (12, True), (12.1, False), (1, True)]


@pytest.mark.parametrize(("creatinine", "usual"), CONFIRM)
def test_an_unusual_value_is_accepted_once_it_is_confirmed(creatinine, usual):
    """Between the usual and the impossible a value must be confirmed; that is not needed for a usual one."""
    if not usual:
        assert "Check it, and confirm it" in _refusal({"creatinine": creatinine})["creatinine"]
    assert _read("creatinine", {"value": creatinine, "confirmed": True}) == creatinine


@pytest.mark.parametrize("confirmed", ["yes", 1, None, [], {"a": "\ud800"}])
def test_confirmed_is_true_or_false(confirmed):
    """Anything else in that place is refused, so that it cannot travel into the record."""
    assert "confirmed" in _refusal({"age": {"value": 55, "confirmed": confirmed}})["age"]


CONTRADICTIONS = [
    ({"sex": "male", "pregnant": True}, "pregnant", "applies only to: female"),
    ({"sex": "female", "age": 80, "pregnant": True}, "pregnant", "Check age and pregnancy."),
]


@pytest.mark.parametrize(("answers", "fact", "sentence"), CONTRADICTIONS)
def test_contradictions_are_refused(answers, fact, sentence):
    """Male and pregnant, or 80 and pregnant: no patient is both."""
    assert sentence in _refusal(answers)[fact]


@pytest.mark.parametrize("answers", [{"sex": "male", "pregnant": False}, {"pregnant": True}, {"sex": "male"}])
def test_what_only_looks_like_a_contradiction(answers):
    """A man who is not pregnant, and a pregnancy before sex is known, are fine."""
    assert ward.person(answers)


@pytest.mark.parametrize(("answer", "fine"), [({"complete": True}, True), ({"aspirin": True, "complete": True}, False)])
def test_a_list_asked_only_of_some(answer, fine):
    """For everybody else an empty list is no contradiction, and a filled one is."""
    asked = {"code": "womens", "topic": "person", "kind": "members", "text": "Which?", "asked_of": "female"}
    book = ward.book(facts=[asked | {"drugs": True}])
    answers = {"sex": "male", "womens": answer}
    assert ward.person(answers, book) if fine else "applies only to" in _refusal(answers, book)["womens"]


def test_by_rule_no_is_said_as_such():
    """The advice prints that a man was not asked about pregnancy."""
    assert ward.person({"sex": "male"}).state("pregnant").no_by_rule
    assert ward.advised()["derived"]["crcl"]["inputs"]["pregnant"] == "no (by rule)"


@pytest.mark.parametrize(
    ("medicines", "open_"),
    [({"aspirin": True}, {"medicines"}), ({"complete": True}, set()), (..., {"medicines"}), (None, {"medicines"})],
)
def test_an_incomplete_list_is_still_open(medicines, open_):
    """Who takes aspirin and perhaps more may yet turn out to take something that matters."""
    missing = {row["fact"] for row in ward.advised(medicines=medicines)["missing"]}
    assert missing & {"medicines"} == open_


@pytest.mark.parametrize(("weeks", "open_"), [(None, {"trials"}), (8, set()), (2, set())])
def test_a_trial_of_unknown_length_is_still_open(weeks, open_):
    """The advice asks how long a treatment was tried where that decides whether it failed."""
    trial = {"treatment": "alphadone", "daily_dose": 60, "weeks": weeks, "outcome": "none", "still_taking": False}
    missing = {row["fact"] for row in ward.advised(trials=[trial])["missing"]}
    assert missing & {"trials"} == open_


def test_the_order_of_answers_does_not_matter():
    """The same answers in another order are the same patient and the same advice."""
    answers = ward.well()
    shuffled = dict(reversed(answers.items()))
    given = [advice.advise(ward.BOOK, ward.person(one), edition=ward.EDITION) for one in (answers, shuffled)]
    assert given[0] == given[1]
