"""Firing as an editor reads it: which rules had a say in an advice, and which of them each treatment hangs on."""

from guidelines.engine import firing
from tests.spec import ward


def fired(**changes):
    return set(firing.fired(ward.advised(**changes)))


def on(treatment, **changes):
    return firing.firings(ward.advised(**changes))[treatment]


def test_what_is_offered_fires_the_rule_of_its_place_and_of_its_dose():
    assert fired() == {"options[alpha_ache]", "options[beta_ache]", "options[gel_ache]"} | {
        "dose_ranges[a_us]",
        "dose_ranges[a_60]",
        "dose_ranges[b_base]",
    }


def test_every_dose_range_that_limits_a_dose_fires():
    assert {"dose_ranges[a_us]", "dose_ranges[a_60]", "dose_ranges[a_old]"} <= fired(age=75, creatinine=0.8)


def test_a_caution_fires_and_what_it_warns_of_is_still_placed():
    found = on("gel", broken_skin=True)
    assert found.cautions == ("contraindications[c_skin]",)
    assert found.place == ("options[gel_ache]",)
    assert found.exclusions == ()


def test_what_is_excluded_fires_its_exclusions_and_neither_its_place_nor_its_dose():
    found = on("alphadone", medicines={"oxyblock": True, "complete": True}, age=75)
    assert found.exclusions == ("contraindications[c_blocker]",)
    assert found.cautions == ("contraindications[c_elderly]",)
    assert (found.place, found.doses) == ((), ())


def test_what_is_not_known_has_not_fired():
    assert not {"contraindications[c_skin]", "alerts[smoker]"} & fired(broken_skin=None, smoker=None)


def test_a_place_that_is_not_known_has_not_fired():
    assert not {"options[alpha_ache]", "options[rest_itch]"} & fired(condition=None)


def test_an_alert_fires():
    assert "alerts[smoker]" in fired(smoker=True)


def test_where_an_alert_stops_all_advice_nothing_else_fires():
    assert fired(age=12, broken_skin=True) == {"alerts[child]"}


def test_behind_a_withholding_alert_the_rules_fire_all_the_same():
    assert {"alerts[fever]", "options[alpha_ache]"} <= fired(fever=True)


def test_each_rule_is_told_once_in_one_order():
    found = firing.fired(ward.advised(age=75, medicines={"oxyblock": True, "complete": True}))
    assert list(found) == sorted(set(found))
