"""What somebody has still to look at is marked and counted, and keeps nobody from submitting."""

from guidelines import readiness
from guidelines.readiness import witness
from tests.unit.guidelines.readiness.ready import TODAY, added, book, changed, errors, like, places, without


def test_unverified_source():
    """Rests on what was not seen at its source ({sources}): pending clinical sign-off."""
    before = places(book(), "unverified_source")
    assert "positions[agency_2021]" in before
    assert "monitoring[calmol_sleep]" in before
    assert "dose_ranges[calmol_heavy]" in before, "one of its cells"
    assert "statements[S01]" not in before
    after = places(changed("statements", "S01", sources=("R10", "R9/unverified")), "unverified_source")
    assert set(after) - set(before) == {"statements[S01]"}


def test_editorial_proposal():
    """Is a proposal of this guideline's editors: pending clinical sign-off."""
    assert places(book(), "editorial_proposal") == ["options[calmol_second]", "contraindications[two_soothers]"]


def test_secondary_source():
    """Was seen only where somebody else reports it ({sources})."""
    assert places(book(), "secondary_source") == ["populations[child]"]


def test_not_stated():
    """Says “not stated in the source seen” of its {what}. Look whether another source states it."""
    assert places(book(), "not_stated") == ["options[calmol_second]", "safety[calmol_overdose]"]
    found = [one.text for one in readiness.report(book(), today=TODAY).marks if one.code == "not_stated"]
    assert found[0].startswith("Says “not stated in the source seen” of its strength and certainty.")


def test_without_dose():
    """Is offered without a dose: the guideline has none for it."""
    assert places(book(), "without_dose") == []
    undosed = without("dose_ranges", "calmol_light", without("dose_ranges", "calmol_heavy"))
    assert places(undosed, "without_dose") == ["treatments[calmol]"]
    assert errors(undosed) == []


def test_undecided(monkeypatch):
    """Combines so many conditions that whether it can ever hold was not worked out. Look at it by hand."""
    assert places(book(), "undecided") == []
    monkeypatch.setattr(witness, "MOST_STEPS", 0)
    assert "populations[female]" in places(book(), "undecided")
    assert errors(book()) == []


def test_marks_are_counted_by_their_rules():
    again = added("monitoring", like("monitoring", "calmol_sleep", code="calmol_sleep_again"))
    before, after = (readiness.report(one, today=TODAY).counted() for one in (book(), again))
    assert after == before | {"unverified_source": before["unverified_source"] + 1}
