"""No dose is above its maximum, no band without a rule, and no adjustment without numbers."""

import pytest

from guidelines.engine.dose import Axis, Band, Cell, DoseKind, Titration
from guidelines.engine.population import Line, Op
from tests.unit.guidelines.readiness.ready import added, book, changed, errors, like, places, said, without


HEAVY = "dose_ranges[calmol_heavy]"


def renal(code, low=None, high=None, **fields):
    """A limit of calmol on the renal axis, in a band of the weight."""
    band = Band("weight", low, high, high_open=high is not None)
    blank = {"start": None, "usual_low": None, "usual_high": None, "step_amount": None, "step_days": None}
    given = {"axis": Axis.RENAL, "band": band, "maximum": 10, "cells": (), "titration": ()} | blank | fields
    return like("dose_ranges", "calmol_heavy", code=code, **given)


@pytest.mark.parametrize(
    ("given", "what", "amount"),
    [
        ({"start": 41}, "a start", 41),
        ({"usual_low": 41}, "a usual dose", 41),
        ({"usual_high": 41}, "a usual dose", 41),
        ({"step_amount": 41}, "a step", 41),
        ({"titration": (Titration(7, 41),)}, "on day 7 a dose", 41),
        ({"cells": (Cell(20, 10, 41),)}, "for a normal 20 a dose", 41),
    ],
)
def test_dose_above_maximum(given, what, amount):
    """Gives {what} of {amount}, above the maximum of {maximum}."""
    told = {"what": what, "amount": str(amount), "maximum": "40"}
    assert errors(changed("dose_ranges", "calmol_heavy", **given)) == [said("dose_above_maximum", HEAVY, **told)]


def test_a_limit_is_no_higher_than_every_base_dose():
    rows = renal("low", high=50, maximum=5), renal("high", low=50, maximum=41)
    told = {"what": "a limit", "amount": "41", "maximum": "40 in the base dose"}
    assert errors(added("dose_ranges", *rows)) == [said("dose_above_maximum", "dose_ranges[high]", **told)]


def test_a_trial_is_adequate_at_a_dose_that_may_be_given():
    told = {"what": "an adequate dose", "amount": "50", "maximum": "40"}
    rulebook = changed("treatments", "calmol", adequate_dose=50)
    assert errors(rulebook) == [said("dose_above_maximum", "treatments[calmol]", **told)]


def test_a_share_is_no_more_than_the_whole():
    given = {"kind": DoseKind.PERCENT, "maximum": None, "percent_low": 50, "percent_high": 120}
    rows = renal("low", high=50, maximum=5), renal("high", low=50, **given)
    told = {"what": "a share", "amount": "more than 100 %", "maximum": "the usual dose"}
    assert errors(added("dose_ranges", *rows)) == [said("dose_above_maximum", "dose_ranges[high]", **told)]


def test_bands_do_not_meet():
    """Does not meet the neighbouring band of the same dose table: it {fault}"""
    fault = "leaves a gap above the band below it, from 50 to 52."
    found = errors(changed("dose_ranges", "calmol_heavy", band=Band("weight", 52)))
    assert found[0] == said("bands_do_not_meet", HEAVY, fault=fault)
    fault = "overlaps the band below it: 50 is above 48."
    found = errors(changed("dose_ranges", "calmol_heavy", band=Band("weight", 48)))
    assert said("bands_do_not_meet", HEAVY, fault=fault) in found


def test_adjustment_without_numbers():
    """Asks for a dose and gives no number. Say which dose, or write “not stated in the source seen” in its note."""
    rows = renal("low", high=50), renal("high", low=50, maximum=None, note="Adjust the dose.")
    assert errors(added("dose_ranges", *rows)) == [said("adjustment_without_numbers", "dose_ranges[high]")]
    rows = renal("low", high=50), renal("high", low=50, maximum=None, note="The dose is not stated in the source seen.")
    assert errors(added("dose_ranges", *rows)) == []


def test_dose_gap():
    """Is offered to patients for whom no dose of {treatment} is given; for instance {patient}. Give the dose, or write in
    the option's note that it is not stated in the source seen."""
    rulebook = without("dose_ranges", "calmol_light")
    told = {"treatment": "calmol", "patient": "age: 18 years; weight: below 50 kg"}
    assert errors(rulebook) == [said("dose_gap", "options[calmol_second]", **told)]


def test_where_a_contraindication_takes_the_treatment_away_no_dose_is_missing():
    rulebook = without("dose_ranges", "calmol_light")
    light = like("populations", "child", code="light", lines=(Line(fact="weight", op=Op.LT, number=50),))
    never = like("contraindications", "calmol_pregnancy", code="too_light", population="light")
    assert errors(added("contraindications", never, whole=added("populations", light, whole=rulebook))) == []


def test_dose_not_stated():
    """Is offered to patients for whom no dose of {treatment} is given, and says so; for instance {patient}."""
    rulebook = without("dose_ranges", "calmol_light")
    rulebook = changed(
        "options", "calmol_second", rulebook, note="Below 50 kg the dose is not stated in the source seen."
    )
    assert errors(rulebook) == []
    assert places(book(), "dose_not_stated") == []
    assert places(rulebook, "dose_not_stated") == ["options[calmol_second]"]


def test_renal_band_without_rule():
    """Depends on kidney function, and nothing says what to do for some patients who are offered it; for instance
    {patient}. Give a dose for this band, or a contraindication."""
    whole = added("dose_ranges", renal("low", high=50), renal("high", low=50))
    assert errors(whole) == []
    [(code, place, text)] = errors(without("dose_ranges", "low", whole))
    assert (code, place) == ("renal_band_without_rule", "treatments[calmol]")
    assert "weight: below 50 kg" in text
    assert places(without("dose_ranges", "high", whole), "renal_band_without_rule") == ["treatments[calmol]"]
