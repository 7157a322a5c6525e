"""Swings in words: another method's value has its unit, and a verdict its name, so that neither is misread."""

import pytest

from advisor.sheet import swing
from advisor.wizard import derived
from guidelines.engine import patient
from tests.spec import ward
from tests.unit.advisor.wizard.test_derived import HEAVY


GIVEN = ward.advised(**HEAVY)


def test_what_a_method_comes_to_is_told_with_its_unit_lest_it_be_read_as_a_weight():
    methods = [one["method"] for told in swing.swaying(GIVEN, ward.BOOK).values() for one in told]
    assert "total weight (67.3 mL/min)" in methods
    [told] = swing.by_fact(GIVEN, ward.BOOK)
    assert ("total", "67.3 mL/min") in [(one["name"], one["value"]) for one in told["methods"]]


def test_in_the_questions_it_has_its_unit_too():
    values = {value["code"]: value for value in derived.so_far(patient.parse(ward.BOOK, ward.WELL | HEAVY), "person")}
    assert ("total", "67.3 mL/min") in [(one["name"], one["value"]) for one in values["crcl"]["swings"]]


@pytest.mark.parametrize(
    ("coded", "said"),
    [
        ("duloxetine: caution becomes offer", "duloxetine: suitable with caution becomes suitable"),
        ("gel: offer becomes not indicated", "gel: suitable becomes without a place here"),
        ("rub: check becomes exclude", "rub: to be checked first becomes ruled out"),
        ("p: maximum 150 mg/day becomes start 50", "p: maximum 150 mg/day becomes start 50"),
    ],
)
def test_a_verdict_is_told_by_its_name_and_a_dose_as_it_is(coded, said):
    assert swing.changed(coded) == said
