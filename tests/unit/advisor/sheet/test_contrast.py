"""Contrasts: nothing that differs between two advices goes untold, and nothing is told that does not."""

import pytest

from advisor import sheet
from guidelines.engine import advice, comparison
from tests.spec import ward


BEFORE = ward.advised()
CHANGES = (
    {"creatinine": 2.0},
    {"creatinine": 4.0},
    {"creatinine": None},
    {"age": 80},
    {"sex": "female", "pregnant": True},
    {"smoker": True},
    {"smoker": True, "jurisdiction": "eu"},
    {"broken_skin": True},
    {"broken_skin": None},
    {"medicines": {"oxyblock": True, "complete": True}},
    {"medicines": None},
    {"condition": "itch"},
    {"weight": 120, "creatinine": 1.2},
)


def contrast(**changes):
    return sheet.contrast(advice.withheld(BEFORE), advice.withheld(ward.advised(**changes)), ward.BOOK)


def test_the_same_advice_has_no_contrast():
    told = contrast()
    assert told["nothing"]
    assert (told["same"], told["derived"]) == (4, [])


@pytest.mark.parametrize("changes", CHANGES)
def test_every_treatment_that_shifts_is_told(changes):
    told = contrast(**changes)
    shifts = comparison.shifts(BEFORE, ward.advised(**changes))
    here = {one["code"] for group in ("lost", "gained", "kept", "out") for one in told[group]}
    assert here >= {shift.treatment for shift in shifts if shift.treatment}
    assert told["same"] == 4 - len(here)


def test_what_is_ruled_out_is_lost_with_why_and_nothing_more():
    [lost, *_] = contrast(creatinine=4.0)["lost"]
    assert (lost["name"], lost["was"], lost["label"]) == ("Betadone", "Suitable", "Ruled out")
    assert [one["text"] for one in lost["came"]] == ["Because of weak_kidney."]
    assert lost["lines"] == []


def test_a_value_worked_out_anew_stands_beside_the_one_before():
    [first, *_] = contrast(creatinine=2.0)["derived"]
    assert (first["label"], first["was"], first["becomes"]) == (
        "Crcl",
        "87.5 mL/min (total weight)",
        "43.8 mL/min (total weight)",
    )


def test_a_place_elsewhere_gives_and_takes():
    told = contrast(condition="itch")
    assert [one["name"] for one in told["lost"]] == ["Alphadone", "Betadone", "Gel"]
    assert [one["name"] for one in told["gained"]] == ["Rest"]
    assert [one["text"] for one in told["statements"]["gone"]] == ["Try a done."]


def test_behind_an_alert_only_the_alert_is_told():
    told = contrast(fever=True)
    assert [one["text"] for one in told["alerts"]["came"]] == ["Mind: fever."]
    assert told["silent"]
    assert "lost" not in told
