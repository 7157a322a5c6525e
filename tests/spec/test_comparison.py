"""Comparison as a clinician reads it: what changed between two advices for one patient, the worst first."""

import pytest

from guidelines.engine import comparison
from guidelines.engine.comparison import Kind


def treatment(verdict="offer", *, line=1, maximum=60, start=30, rules=(), code="calmol"):
    against = [{"rule": rule, "text": f"Because of {rule}."} for rule in rules]
    dose = [{"start": start, "usual": [30, 60], "maximum": maximum, "unit": "mg/day"}] if verdict != "exclude" else []
    return {
        "code": code,
        "name": code.capitalize(),
        "verdict": verdict,
        "line": line,
        "dose": dose,
        "reasons": against,
    }


def advice(*options, alerts=()):
    return {"options": list(options), "alerts": [{"code": code, "text": f"Mind {code}."} for code in alerts]}


CHANGES = [
    (treatment("exclude", line=None), treatment(), Kind.EXCLUSION_LOST, "Calmol: excluded → offered"),
    (treatment(), treatment("exclude", line=None), Kind.EXCLUDED, "Calmol: offered → excluded"),
    (treatment(), treatment(maximum=90), Kind.MAXIMUM_RAISED, "Calmol: maximum 60 → 90 mg/day"),
    (treatment(), treatment(maximum=None), Kind.MAXIMUM_RAISED, "Calmol: maximum 60 → none stated mg/day"),
    (treatment(), treatment(maximum=40), Kind.MAXIMUM_LOWERED, "Calmol: maximum 60 → 40 mg/day"),
    (treatment("caution"), treatment(), Kind.CAUTION_LOST, "Calmol: caution → offered"),
    (treatment(), treatment("check"), Kind.VERDICT, "Calmol: offered → check"),
    (treatment(), treatment(line=2), Kind.PLACE, "Calmol: line 1 → line 2"),
    (treatment(), treatment(rules=("kidney",)), Kind.REASONS, "Calmol: the reasons differ"),
]


@pytest.mark.parametrize(("before", "after", "kind", "text"), CHANGES, ids=lambda value: str(value)[:20])
def test_each_change_is_told_in_words(before, after, kind, text):
    [shift] = comparison.shifts(advice(before), advice(after))
    assert (shift.kind, shift.text) == (kind, text)


def test_a_changed_start_is_a_changed_dose():
    [shift] = comparison.shifts(advice(treatment()), advice(treatment(start=15)))
    assert shift.text == "Calmol: start 30, usual 30 to 60 mg/day → start 15, usual 30 to 60 mg/day"


def test_nothing_changed_says_nothing():
    assert comparison.shifts(advice(treatment(), alerts=["fits"]), advice(treatment(), alerts=["fits"])) == ()


def test_lost_exclusions_stand_above_new_ones_and_a_lost_alert_above_all():
    before = advice(treatment(code="a"), treatment("exclude", code="b"), alerts=["fits"])
    after = advice(treatment("exclude", code="a"), treatment(code="b"), alerts=["cough"])
    kinds = [shift.kind for shift in comparison.shifts(before, after)]
    assert kinds == [Kind.ALERT_LOST, Kind.EXCLUSION_LOST, Kind.EXCLUDED, Kind.ALERT_GAINED]


def test_why_names_the_rules_that_came_and_went():
    before, after = treatment(rules=("old",)), treatment("exclude", rules=("new",))
    [shift] = comparison.shifts(advice(before), advice(after))
    assert shift.why == ("now: Because of new.", "no longer: Because of old.")


def test_a_treatment_that_is_no_longer_there_is_no_longer_advised():
    [shift] = [s for s in comparison.shifts(advice(treatment()), advice()) if s.kind is Kind.VERDICT]
    assert shift.text == "Calmol: offered → not in this guideline"


@pytest.mark.parametrize(
    ("before", "after", "grave"),
    [
        (treatment("caution"), treatment("exclude"), 1),
        (treatment(), treatment(maximum=40), 1),
        (treatment(maximum=None), treatment(maximum=40), 1),
        (treatment("check"), treatment("exclude"), 0),
        (treatment(), treatment(maximum=90), 0),
        (treatment("exclude"), treatment(), 0),
        (treatment(), treatment("check"), 0),
    ],
)
def test_only_what_was_offered_and_is_now_excluded_or_lower_is_worse(before, after, grave):
    assert len(comparison.worse(advice(before), advice(after))) == grave
