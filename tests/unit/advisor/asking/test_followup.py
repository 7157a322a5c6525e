"""Follow-ups: what a question leaves out is taken from the one before, and nothing else."""

import pytest

from tests.unit.advisor.asking import desk


@pytest.mark.parametrize(
    ("before", "typed", "first"),
    [
        ("starting dose of pregabalin in postherpetic neuralgia", "and in dialysis?", "dose:pg_us_r_0_15"),
        ("how do I stop duloxetine", "what about venlafaxine?", "stopping:venlafaxine_xr"),
        (
            "how much tramadol for nerve pain",
            "with citalopram on board too?",
            "interaction:i_04_tramadol_antidepressant",
        ),
        (
            "is tramadol ok alongside sertraline",
            "what about amitriptyline instead",
            "interaction:i_03_tca_serotonergic",
        ),
        ("can I add amitriptyline to sertraline", "and duloxetine?", "interaction:i_03_snri_ssri"),
        ("gabapentin dose at crcl 50", "and at 20?", "dose:gb_us_r_15_30"),
        ("pregabalin at crcl 22", "what if it drops under 15?", "dose:pg_us_r_0_15"),
        ("pregabalin dose CrCl 45", "and if it falls to 20?", "dose:pg_us_r_15_30"),
        ("nnt of tricyclics in neuropathic pain", "SNRIs?", "effect:nnt_snri_2015"),
        ("what to give first for painful neuropathy after paclitaxel", "starting dose?", "dose:dx_base_cipn"),
        ("is Cymbalta ok with tamoxifen", "and what dose to start on?", "dose:dx_base"),
        ("painful CIPN post paclitaxel, what is first line", "dulox regimen for that?", "dose:dx_base_cipn"),
        ("pain below the level of a cord injury, what first", "lamotrigine any use?", "option:sci_lamotrigine"),
        ("Qutenza, how long is it left on", "and if the skin is broken?", "contraindication:broken_skin_capsaicin_8"),
        ("Child-Pugh B, is duloxetine out", "venlafaxine then, how much do I drop it", "dose:vx_h_b"),
        ("painful HIV neuropathy, what do I start with", "dose?", "dose:gb_base_hiv"),
        ("tramadol daily limit over 75s", "she's on escitalopram tho", "interaction:i_04_tramadol_antidepressant"),
        ("cannabis for the neuropathy", "does NeuPSIG agree?", "position:g16_neupsig15"),
        ("Lyrica dose with clearance 22", "and if he is on dialysis?", "dose:pg_us_"),
        ("what does NICE put first for nerve pain", "and if that one does not work?", "position:g01_nice"),
    ],
)
def test_it_goes_on_from_the_question_before(before, typed, first):
    assert desk.asked(typed, before=(before,))[0].startswith(first)


def test_a_whole_question_stands_by_itself():
    alone = desk.asked("is a lidocaine patch for broken skin?")
    assert desk.asked("is a lidocaine patch for broken skin?", before=("how do I stop duloxetine",)) == alone


def test_what_a_trial_showed_is_asked_by_itself():
    alone = desk.asked("what did OPTION-DM show about combining?")
    assert desk.asked("what did OPTION-DM show about combining?", before=("amitriptyline failed",)) == alone
