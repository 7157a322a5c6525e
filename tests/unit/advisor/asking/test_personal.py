"""Personal answers: about the patient of an advice, from that advice."""

import pytest

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
        ("unmeasured", "pregabalin dose?", "fact:creatinine"),
    ],
)
def test_the_answer_is_what_the_advice_says(code, typed, first):
    assert desk.asked(typed, about=desk.patient(code))[0] == first


def test_it_is_said_what_is_supposed():
    from advisor import asking

    answer = asking.ask(desk.shipped(), "pregabalin if her crcl were 25", place="us", about=desk.patient("old"))
    assert answer.passages[0].code == "pg_us_pdn_r_15_30"
    assert "Supposing" in answer.because
