"""A report says what is ready, what is not, and what could not be asked."""

from hypothesis import given, settings
from hypothesis import strategies as st

from guidelines import readiness
from guidelines.readiness import Weight
from tests.unit.guidelines.readiness.ready import TODAY, book, changed, errors, without


BLANKED = {
    "strength_missing": ("options", "strength"),
    "certainty_missing": ("options", "certainty"),
    "effect_incomplete": ("effects", "outcome"),
    "wording_missing": ("statements", "patient"),
    "left_blank": ("contraindications", "reason"),
}


def test_a_report_without_errors_is_ready():
    found = readiness.report(book(), today=TODAY)
    assert found.ready
    assert found.unchecked == ()
    assert {mark.weight for mark in found.marks} == {Weight.MARK}
    assert not readiness.report(without("safety", "calmol_renal"), today=TODAY).ready


def test_rules_that_the_engine_must_work_out_wait_until_the_rulebook_is_sound():
    found = readiness.report(changed("options", "water_first", population="nobody"), today=TODAY)
    assert "option_unreachable" in found.unchecked
    assert "dangling_citation" not in found.unchecked
    assert [one.code for one in found.errors] == ["unsound"]


def test_a_dangling_citation_keeps_no_rule_from_being_asked():
    assert readiness.report(changed("statements", "S01", sources=("R99",)), today=TODAY).unchecked == ()


def test_a_finding_reads_as_its_place_and_its_sentence():
    [finding] = readiness.report(without("safety", "calmol_renal"), today=TODAY).errors
    assert str(finding).startswith("treatments[calmol]: Is offered, and nothing is said of renal.")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_what_is_blanked_is_all_that_is_reported(data):
    """Whatever one text is taken from a ready rulebook, exactly the rule about it speaks, and of that row."""
    code = data.draw(st.sampled_from(sorted(BLANKED)))
    section, field = BLANKED[code]
    row = data.draw(st.sampled_from([row.code for row in getattr(book(), section)]))
    assert [(one, place) for one, place, _ in errors(changed(section, row, **{field: ""}))] == [
        (code, f"{section}[{row}]")
    ]
