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
    ],
)
def test_it_goes_on_from_the_question_before(before, typed, first):
    assert desk.asked(typed, before=(before,))[0] == first


def test_a_whole_question_stands_by_itself():
    alone = desk.asked("is a lidocaine patch for broken skin?")
    assert desk.asked("is a lidocaine patch for broken skin?", before=("how do I stop duloxetine",)) == alone
