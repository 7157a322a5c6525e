"""Responses: what can be said of an advice, and which of its rules that follows or overrides."""

import pytest

from advisor import response
from advisor.response import Said
from guidelines.engine import advice
from tests.spec import ward


BLOCKED = {"medicines": {"oxyblock": True, "complete": True}}
ALPHA, BETA, GEL = "options[alpha_ache]", "options[beta_ache]", "options[gel_ache]"
BLOCKER, ELDERLY = "contraindications[c_blocker]", "contraindications[c_elderly]"
DOSES = ("dose_ranges[a_60]", "dose_ranges[a_us]")


def rules(said, **changes):
    return response.rules(advice.withheld(ward.advised(**changes)), Said(*said))


def test_who_accepts_a_treatment_follows_what_places_it_and_its_dose():
    assert rules(("accepted", "alphadone")) == (tuple(sorted((*DOSES, ALPHA))), ())


def test_who_accepts_a_treatment_follows_its_cautions_the_alerts_and_what_rules_others_out():
    followed, overridden = rules(("accepted", "gel"), broken_skin=True, smoker=True, **BLOCKED)
    assert {"contraindications[c_skin]", "alerts[smoker]", BLOCKER, GEL} == set(followed)
    assert overridden == ()


def test_who_gives_another_dose_follows_everything_but_the_dose():
    followed, overridden = rules(("other_dose", "alphadone", "patient-refuses"), age=75, creatinine=0.8)
    assert {ALPHA, ELDERLY} == set(followed)
    assert {*DOSES, "dose_ranges[a_old]"} == set(overridden)


def test_who_gives_none_of_what_is_advised_first_overrides_what_places_it():
    assert rules(("none_given", "", "patient-refuses")) == ((), (ALPHA, BETA))


def test_who_does_not_give_one_treatment_overrides_what_places_it():
    assert rules(("not_given", "alphadone", "patient-refuses")) == ((), (ALPHA,))


def test_who_gives_what_is_ruled_out_overrides_what_rules_it_out():
    assert rules(("given_anyway", "alphadone", "patient-refuses"), age=75, **BLOCKED) == ((), (BLOCKER,))


UNSAYABLE = [
    (("accepted", "rest"), {}, "does not have what was chosen"),
    (("accepted", "nonsense"), {}, "does not have what was chosen"),
    (("accepted", ""), {}, "does not have what was chosen"),
    (("accepted", "alphadone"), BLOCKED, "does not have what was chosen"),
    (("given_anyway", "alphadone", "patient-refuses"), {}, "does not have what was chosen"),
    (("not_given", "gel", "patient-refuses"), {}, "does not have what was chosen"),
    (("nonsense", "alphadone", "patient-refuses"), {}, "does not have what was chosen"),
    (("not_given", "alphadone", ""), {}, "Choose one of the reasons"),
    (("not_given", "alphadone", "because"), {}, "Choose one of the reasons"),
    (("accepted", "alphadone"), {"age": 12}, "nothing to say"),
    (("accepted", "alphadone"), {"fever": True}, "nothing to say"),
]


@pytest.mark.parametrize(("said", "changes", "why"), UNSAYABLE)
def test_what_an_advice_does_not_say_cannot_be_answered(said, changes, why):
    with pytest.raises(response.Unsayable, match=why):
        rules(said, **changes)


def test_where_nothing_may_be_given_it_can_be_accepted_that_nothing_was():
    found = response.sayable(advice.withheld(ward.advised(condition="neither")))
    assert found == {"accepted": ("",)}


def test_measures_lead_only_where_there_is_no_drug():
    assert response.leading(ward.advised()) == ("alphadone", "betadone")
    assert response.leading(ward.advised(condition="itch")) == ("rest",)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (("accepted:gel", ""), Said("accepted", "gel")),
        (("accepted:gel", "patient-refuses"), Said("accepted", "gel")),
        (("none_given", "patient-refuses"), Said("none_given", "", "patient-refuses")),
        (("other_dose:gel", "patient-refuses"), Said("other_dose", "gel", "patient-refuses")),
        (("", ""), Said("")),
    ],
)
def test_what_a_form_sent_is_read(sent, said):
    assert response.read(*sent) == said
