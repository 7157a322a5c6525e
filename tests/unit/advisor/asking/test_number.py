"""Numbers: which fact of a patient each number of a question is about, and in which direction it points."""

import pytest

from tests.unit.advisor.asking import desk


@pytest.mark.parametrize(
    ("typed", "fact", "value", "bound"),
    [
        ("pregabalin crcl 28", "crcl", 28, ""),
        ("pregabalin if CrCl < 30", "crcl", 30, "below"),
        ("duloxetine in an 82 year old", "age", 82, ""),
        ("tramadol over 75", "age", 75, "at_least"),
        ("pregabalin eGFR 22", "crcl", 22, ""),
        ("creatinine 180 umol/l pregabalin", "creatinine", 180 / 88.42, ""),
        ("creatinine of 180 µmol/L, pregabalin", "creatinine", 180 / 88.42, ""),
        ("creat 180 pregabalin", "creatinine", 180 / 88.42, ""),
        ("creat 1.4 pregabalin", "creatinine", 1.4, ""),
        ("amitriptyline at 82, sensible?", "age", 82, ""),
        ("gabapentin dose CrCl 55 in the UK", "crcl", 55, ""),
    ],
)
def test_a_number_is_about_what_stands_beside_it(typed, fact, value, bound):
    (found,) = desk.understood(typed).numbers
    assert (found.fact, found.bound) == (fact, bound)
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    "typed",
    ["pregabalin 75 mg twice daily", "gabapentin 300", "lidocaine patch for 12 hours", "still sore at 75, go up?"],
)
def test_an_amount_is_no_fact_of_a_patient(typed):
    assert desk.understood(typed).numbers == ()


def test_a_number_of_what_no_rule_goes_by_is_said_to_be_read_as_another():
    (found,) = desk.understood("pregabalin eGFR 22").numbers
    assert found.said == "egfr"


def test_a_number_that_nobody_can_have_is_no_fact():
    assert desk.understood("creat 90000 pregabalin").numbers == ()
