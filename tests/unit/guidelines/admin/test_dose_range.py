"""Dose bands must meet: a gap or an overlap is refused, and neighbours move along when they are told to."""

import pytest

from guidelines.models import DoseRange, Entry
from tests.unit.guidelines.admin import desk as form


def bounds():
    return dict(DoseRange.objects.values_list("code", "band_low")) | {
        f"{code} to": high for code, high in DoseRange.objects.values_list("code", "band_high")
    }


@pytest.mark.parametrize(
    ("low", "said"),
    [
        ("45", "overlaps the band below it: 50 is above 45."),
        ("60", "leaves a gap above the band below it, from 50 to 60."),
    ],
)
def test_an_overlap_and_a_gap_are_refused(desk, low, said):
    before = bounds()
    answer = form.save(desk, DoseRange.objects.get(pk="calmol_heavy"), band_low=low)
    assert f"Dose range “calmol_heavy”: {said}" in form.refusal(answer)
    assert bounds() == before
    assert not Entry.objects.exists()


def test_an_overlap_is_refused_from_below_too(desk):
    answer = form.save(desk, DoseRange.objects.get(pk="calmol_light"), band_high="55")
    assert "overlaps the band below it" in form.refusal(answer)


def test_a_bound_moves_with_the_neighbour_that_meets_it(desk):
    answer = form.save(desk, DoseRange.objects.get(pk="calmol_heavy"), band_low="60", meet="on")
    light = DoseRange.objects.get(pk="calmol_light")
    assert (light.band_high, light.band_high_open) == (60, True)
    assert "the band of “calmol_light” is now weight < 60" in form.told(answer)
    assert set(Entry.objects.values_list("subject", flat=True)) == {
        "dose_ranges calmol_light",
        "dose_ranges calmol_heavy",
    }


def test_a_band_is_put_between_two_others(desk):
    heavy = DoseRange.objects.get(pk="calmol_heavy")
    middle = {"code": "calmol_middle", "band_low": "40", "band_high": "60", "band_high_open": "on"}
    assert form.add_like(desk, heavy, **middle, meet="on").status_code == 302
    assert bounds()["calmol_light to"] == 40
    assert bounds()["calmol_heavy"] == 60


def test_a_dose_above_the_maximum_is_refused(desk):
    answer = form.save(desk, DoseRange.objects.get(pk="calmol_heavy"), start="50")
    assert "no higher than the maximum" in form.refusal(answer)


def test_the_list_shows_band_and_dose(desk):
    page = desk.get(form.listing(DoseRange)).content.decode()
    assert "weight ≥ 50" in page
    assert "10–20, at most 40 mg/day" in page
