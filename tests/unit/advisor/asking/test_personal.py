"""Personal answers: about the patient of an advice, from that advice."""

import pytest

from advisor import asking
from tests.unit.advisor.asking import desk


@pytest.mark.parametrize(
    ("code", "typed", "first"),
    [
        ("old", "what dose of pregabalin for her?", "dose:pg_us_pdn_r_30_60"),
        ("old", "can she have amitriptyline?", "contraindication:age_65_amitriptyline"),
        ("old", "is menthol any use for her", "treatment:menthol_1_cream"),
        ("old", "what is her creatinine clearance", "derived:crcl"),
        ("ssri", "could he have duloxetine with his sertraline", "interaction:i_03_snri_ssri"),
        ("ssri", "which one would you pick", "option:pdn_pregabalin"),
        ("chemo", "tamoxifen - switch from duloxetine to what?", "interaction:i_07_duloxetine_tamoxifen"),
        ("dialysis", "gabapentin dose", "dose:gb_us_r_dialysis"),
        ("dialysis", "how much gabapentin does he get after each dialysis session", "dose:gb_us_hd"),
        ("unmeasured", "can I hand out pregabalin at the usual dose, no bloods on file", "fact:creatinine"),
        ("old", "is duloxetine safe with her kidneys", "contraindication:crcl_30_to_60_duloxetine"),
        ("ssri", "ok to add amitriptyline at night for him?", "interaction:i_03_tca_serotonergic"),
        ("ssri", "would pregabalin clash with his tablets", "safety:pg_interactions"),
        ("unmeasured", "pregabalin dose?", "fact:creatinine"),
    ],
)
def test_the_answer_is_what_the_advice_says(code, typed, first):
    assert desk.asked(typed, about=desk.patient(code))[0] == first


@pytest.mark.parametrize(
    ("typed", "supposed"),
    [
        ("and if she were 60?", "age 60 years"),
        ("and if she were 60 kg?", "body weight 60 kg"),
        ("what if her crcl were 45", "creatinine clearance 45.0 mL/min"),
    ],
)
def test_what_is_supposed_is_said_and_dosed_by(typed, supposed):
    answer = asking.ask(desk.shipped(), typed, place="us", before=("pregabalin dose",), about=desk.patient("old"))
    assert f"Supposing {supposed}" in answer.because
    assert answer.passages[0].code == "pg_us_pdn_r_30_60"


def test_a_number_of_nobody_knows_what_is_asked_back():
    answer = asking.ask(
        desk.shipped(), "and if it were 25?", place="us", before=("pregabalin dose",), about=desk.patient("old")
    )
    assert not answer.answered
    assert "could be creatinine clearance" in answer.because


def test_no_dose_for_healthy_kidneys_is_quoted_for_a_patient_on_dialysis():
    found = desk.asked("what if his weight was 60", before=("gabapentin dose",), about=desk.patient("dialysis"))
    assert found[0] == "dose:gb_us_r_dialysis"


def test_a_supposed_clearance_decides_the_dose():
    answer = asking.ask(desk.shipped(), "pregabalin if her crcl were 25", place="us", about=desk.patient("old"))
    assert answer.passages[0].code == "pg_us_pdn_r_15_30"
    assert "Supposing" in answer.because


def test_instead_of_a_medicine_the_others_are_offered():
    asked = desk.asked(
        "ok so what would you offer him instead", before=("can he have duloxetine?",), about=desk.patient("ssri")
    )
    assert asked[0].startswith("option:pdn_")
    assert "option:pdn_duloxetine" not in asked
