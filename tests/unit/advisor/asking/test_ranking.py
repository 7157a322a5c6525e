"""Ranking: the fittest row stands first, and a row about something else does not stand there at all."""

import pytest

from tests.unit.advisor.asking import desk


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("what is the nnt of duloxetine in diabetic neuropathy", "effect:nnt_dx"),
        ("tramadol while breastfeeding", "contraindication:breastfeeding_tramadol"),
        ("allergic to lidocaine", "contraindication:allergy_lidocaine"),
        ("lfts on duloxetine", "monitoring:dx_before_liver"),
        ("is gabapentin licensed in diabetic neuropathy", "labelling:gabapentin"),
        ("after gabapentin fails in postherpetic neuralgia", "statement:phn_next"),
        ("how long do I give pregabalin before saying it failed", "trial:pregabalin"),
        ("nerve pain in a 15 year old", "alert:under_18"),
        ("why not use eGFR", "statement:egfr_not_clearance"),
        ("nortriptyline - when do I need to send a level", "monitoring:nt_during_level"),
        ("which symptoms in neuropathy mean send in the same day", "statement:red_flags"),
        ("does ASCO recommend anything to prevent CIPN", "position:c09_asco_prevention"),
        ("vitamin B12 to prevent CIPN", "contraindication:prevention_supplements"),
        ("newest NNT of tricyclics in neuropathic pain", "effect:nnt_tca_2025"),
        ("do ASCO and ESMO agree about gabapentinoids in CIPN", "disagreement:G-08"),
        ("how long before the AAN calls a drug a failure in PDN", "statement:trial_length"),
        ("cooling with oxaliplatin", "contraindication:platinum_cryotherapy"),
        ("why do the US and Europe differ on gabapentin at CrCl 65", "disagreement:G-10"),
        ("neurontin CrCl 65: SmPC and US PI dont agree, by how much?", "disagreement:G-10"),
        ("CrCl 22 pregabalin max", "dose:pg_us_r_15_30"),
        ("had an MI 5 wks ago, burning feet, nortriptyline alright?", "contraindication:recent_mi_nortriptyline"),
        ("OxyContin for nerve pain, where does it sit", "statement:S29"),
        ("whats the NNT for TCAs", "effect:nnt_tca"),
        ("which bloods for newly numb toes", "statement:numbness_bottom_line"),
        ("carbamazepine what bloods to moniter", "monitoring:cz_before_blood"),
        ("how big was the pain drop with duloxetine in the Smith JAMA trial", "effect:pct_dx_cipn_any"),
        ("tramadol max per day at 80", "dose:tr_age_75"),
        ("linezolid was started in someone already taking duloxetine", "interaction:i_02_already_taken"),
    ],
)
def test_the_row_that_is_about_it_stands_first(typed, first):
    assert desk.asked(typed)[0].startswith(first)


def test_a_creatinine_alone_shows_the_doses_by_kidney_function_and_none_for_healthy_kidneys():
    found = desk.asked("creat 180 umol/l pregabalin")
    assert found
    assert all(one.startswith("dose:pg_") and "_r_" in one for one in found)


def test_a_medicine_that_the_edition_only_knows_of_has_no_dose():
    assert desk.asked("sertraline dose") == []
