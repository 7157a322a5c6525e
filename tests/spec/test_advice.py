"""The advice as a whole: alerts first, what is missing, numbered references, marks, and a digest that repeats."""

import copy

import pytest

from guidelines.engine import advice, citation, document
from tests.spec import ward


def _alerts(given):
    return [(row["code"], row["effect"], row["acknowledged"]) for row in given["alerts"]]


def test_a_stopping_alert_stops_every_treatment():
    """Under age no treatment is advised: each is excluded, and says so first."""
    given = ward.advised(age=17, sex="female")
    assert given["stopped"] is True
    assert {row["verdict"] for row in given["options"]} == {"exclude"}
    assert {row["reasons"][0]["rule"] for row in given["options"]} == {"child"}
    assert all(row["dose"] == [] and row["line"] is None for row in given["options"])


def test_a_stopped_advice_asks_and_tells_nothing_more():
    """Out of scope nothing is missing, and neither statements nor disagreements are shown."""
    given = ward.advised(age=17, creatinine=None)
    assert [given[part] for part in ("missing", "sensitivity", "statements", "disagreements")] == [[], [], [], []]


def test_a_stopped_treatment_keeps_its_other_reasons():
    """All reasons are told, also behind a stop."""
    found = ward.option("alphadone", age=17, medicines={"oxyblock": True})
    assert [row["rule"] for row in found["reasons"]] == ["child", "c_blocker"]


@pytest.mark.parametrize(("age", "stopped"), [(17, True), (18, False)])
def test_eighteen_is_of_age(age, stopped):
    """The stop ends on the eighteenth birthday."""
    assert ward.advised(age=age)["stopped"] is stopped


def test_an_unknown_alert_does_not_speak_and_is_asked_for_before_all_else():
    """Fever not asked: nothing is withheld, and the question stands first because it touches every treatment."""
    given = ward.advised(fever=None, creatinine=None)
    assert _alerts(given) == []
    assert given["missing"][0]["fact"] == "fever"
    assert given["missing"][0]["settles"] == ["alphadone", "betadone", "gel"]


def test_while_a_stop_is_unknown_nothing_is_offered():
    """Age not asked: gel needs no dose, and is yet only a check, because under 18 nothing would be advised."""
    found = ward.option("gel", age=None, creatinine=1)
    assert found["verdict"] == "check"
    assert [(row["kind"], row["rule"]) for row in found["reasons"]] == [("for", "gel_ache"), ("unknown", "child")]
    assert {"fact": "age", "settles": ["alphadone", "betadone", "gel"]}.items() <= ward.advised(age=None)["missing"][
        0
    ].items()


HIDDEN = ("options", "missing", "sensitivity", "statements", "disagreements")


def test_behind_a_withholding_alert_only_the_alert_shows():
    """With a fever nothing but the alert is shown until a clinician has acknowledged it."""
    shown = advice.withheld(ward.advised(fever=True, smoker=True))
    assert shown["withheld"] is True
    assert _alerts(shown) == [("fever", "withhold", False), ("smoker", "warn", False)]
    assert [shown[part] for part in HIDDEN] == [[]] * 5
    assert (shown["derived"], shown["references"]) == ({}, [])


def test_an_acknowledged_alert_lets_the_advice_through():
    """Once acknowledged, everything shows, the alert still on top."""
    given = ward.advised(fever=True)
    shown = advice.withheld(given, {"fever"})
    assert (shown["withheld"], _alerts(shown)) == (False, [("fever", "withhold", True)])
    assert all(shown[part] == given[part] for part in (*HIDDEN, "derived", "references", "digest"))


@pytest.mark.parametrize("acknowledged", [(), ("smoker",), ("another",)])
def test_only_the_alert_itself_can_be_acknowledged(acknowledged):
    """Acknowledging something else lets nothing through."""
    assert advice.withheld(ward.advised(fever=True, smoker=True), acknowledged)["options"] == []


def test_a_warning_holds_nothing_back():
    """A warning stands above the advice, and the advice below it."""
    shown = advice.withheld(ward.advised(smoker=True))
    assert (shown["withheld"], _alerts(shown)) == (False, [("smoker", "warn", False)])
    assert len(shown["options"]) == 4


def test_two_withholding_alerts_need_two_acknowledgements():
    """Each red flag is acknowledged on its own."""
    second = {"code": "skin", "population": "broken_skin", "effect": "withhold", "text": "Skin.", "sources": ["R1"]}
    given = ward.advised(ward.book(alerts=[second]), fever=True, broken_skin=True)
    assert advice.withheld(given, ["fever"])["withheld"] is True
    assert advice.withheld(given, ["fever", "skin"])["withheld"] is False
    assert [row["code"] for row in advice.withheld(given, ["fever"])["references"]] == ["R1"]


def test_what_settles_most_is_asked_first():
    """The list settles two treatments, the creatinine one, the skin only a caution."""
    given = ward.advised(medicines=None, creatinine=None, broken_skin=None)
    assert [(row["fact"], row["settles"]) for row in given["missing"]] == [
        ("creatinine", ["alphadone", "betadone"]),
        ("medicines", ["alphadone", "betadone"]),
        ("broken_skin", []),
    ]


def test_what_can_no_longer_matter_is_not_missing():
    """Whoever has an itch and takes nothing for it is not asked for a creatinine."""
    assert ward.advised(condition="itch", creatinine=None, broken_skin=None)["missing"] == []


def test_references_are_numbered_in_the_order_of_first_use():
    """The dose of the first treatment cites R2, its reasons R1, the clearance R3; each stands once."""
    given = ward.advised(broken_skin=True)
    assert [(row["number"], row["code"]) for row in given["references"]] == [(1, "R2"), (2, "R1"), (3, "R3")]
    assert given["references"][0]["title"] == "Paper R2"


MARKS = [
    (("R1",), None),
    (("R1", "R2/secondary"), "secondary source"),
    (("R1", "R2/unverified"), "pending clinical sign-off (unverified)"),
    (("R2/secondary", "practice"), "pending clinical sign-off (unverified)"),
    (("R1", "R3/unverified", "editorial"), "pending clinical sign-off (editorial proposal)"),
]


@pytest.mark.parametrize(("sources", "mark"), MARKS)
def test_the_weakest_source_is_the_mark(sources, mark):
    """A rule is marked for the weakest of its sources, in whichever order they stand."""
    assert citation.mark(sources) == citation.mark(sources[::-1]) == mark


def test_what_surrounds_the_options_is_chosen_for_the_patient():
    """An ache shows its own statement and its disagreement; an itch only its own statement."""
    ache, itch = ward.advised(), ward.advised(condition="itch")
    assert ([row["code"] for row in ache["statements"]], [row["code"] for row in itch["statements"]]) == (
        ["S1"],
        ["S2"],
    )
    assert [side["stance"] for side in ache["disagreements"][0]["positions"]] == ["first_line", "against"]
    assert itch["disagreements"] == []


def test_a_live_treatment_tells_its_effects_and_monitoring():
    """An effect stands with interval, outcome, comparator, dose, weeks and people; what has no place tells none."""
    (effect,) = ward.option("alphadone")["effects"]
    wanted = {"measure": "NNT", "value": 5.2, "low": 3.8, "high": 8.3, "comparator": "placebo", "weeks": "12"}
    assert wanted.items() <= effect.items()
    assert [row["rule"] for row in ward.option("alphadone")["monitoring"]] == ["m_bp"]
    assert ward.option("alphadone", condition="itch")["effects"] == []


def test_derived_values_are_printed_at_fixed_decimals():
    """A clearance stands with one decimal, its method and its inputs in words."""
    told = ward.advised()["derived"]["crcl"]
    assert (told["value"], told["text"], told["method"]) == (87.5, "87.5 mL/min (total weight)", "total")
    assert (told["inputs"]["creatinine"], told["inputs"]["dialysis"]) == ("1 mg/dL", "no")


@pytest.mark.parametrize(("clearance", "text"), [(59.96, "59.96"), (29.999, "29.999"), (59.4, "59.4"), (60, "60.0")])
def test_a_value_is_never_printed_on_the_wrong_side_of_a_bound(clearance, text):
    """59.96 is judged as below 60, so it is not printed as 60.0."""
    told = ward.advised(creatinine=90 * 70 / (72 * clearance))["derived"]["crcl"]
    assert told["text"].split()[0] == text


def _digest(of=ward.BOOK, edition=ward.EDITION, **changes):
    return advice.advise(of, ward.person(ward.well(**changes), of), edition=edition)["digest"]


def test_the_digest_repeats():
    """The same answers give the same 64 hex digits, in whatever order they were given."""
    answers = ward.well()
    turned = ward.person(dict(sorted(answers.items(), reverse=True)))
    assert advice.advise(ward.BOOK, turned, edition=ward.EDITION)["digest"] == _digest()
    assert len(_digest()) == 64


def test_the_digest_does_not_look_at_status_or_wording():
    """Approval and better words leave the digest as it is; only the edition's own digest names the words."""
    plain = copy.deepcopy(ward.document_of())
    plain["treatments"][0] |= {"name": "Alphadone renamed", "summary": "Other words."}
    plain["contraindications"][0] |= {"reason": "Other words."}
    assert _digest(edition=ward.EDITION | {"status": "Approved"}) == _digest()
    assert _digest(ward.compiled_of(plain)) == _digest()


OTHER = [{"age": 51}, {"creatinine": None}, {"creatinine": 1.0001}, {"broken_skin": True}, {"ache_now": 3}]


@pytest.mark.parametrize("changes", OTHER)
def test_another_answer_is_another_digest(changes):
    """Every answer enters the digest, also one that changes nothing."""
    assert _digest(**changes) != _digest()


def test_another_edition_is_another_digest():
    """The same advice from another edition is another record."""
    assert _digest(edition=ward.EDITION | {"sha256": "f" * 64}) != _digest()


def test_another_dose_is_another_digest():
    """A change of one number in the rulebook shows."""
    plain = copy.deepcopy(ward.document_of())
    plain["dose_ranges"][0]["start"] = 60
    assert _digest(ward.compiled_of(plain)) != _digest()
    assert document.digest(plain) != document.digest(ward.document_of())
