"""A guideline of another specialty, as a clinician would check it: who gets which of its medicines, and how much."""

import pytest

from guidelines.engine import advice
from tests import gout


NAPROXEN, COLCHICINE, PREDNISOLONE = "naproxen_tablets", "colchicine_low_dose", "prednisolone_tablets"
O, C, K, X = "offer", "caution", "check", "exclude"


def takes(*drugs):
    return {"medicines": {drug: True for drug in drugs} | {"complete": True}}


def has(*conditions):
    return {"gout_conditions": {condition: True for condition in conditions} | {"complete": True}}


PREGNANT = {"sex": "female", "age": 34, "pregnant": True, "breastfeeding": False}
PATIENTS = [
    # the healthy man of 50, but                        naproxen, colchicine, prednisolone
    ({}, O, O, O),  # nothing
    ({"flare_hours": 20}, O, C, O),  # late
    ({"age": 65}, C, C, O),  # older
    ({"creatinine": 2.51}, X, C, O),  # clearance just under 30
    ({"creatinine": 2.51, "jurisdiction": "eu"}, X, X, O),  # … where labels rule colchicine out
    ({"dialysis": True}, X, C, O),
    ({"creatinine": None}, K, K, O),  # unknown kidneys
    ({"liver_impairment": "severe"}, X, C, O),
    (takes("clarithromycin"), O, C, C),  # a strong inhibitor
    (takes("clarithromycin") | {"creatinine": 1.5}, C, X, C),  # … with impaired kidneys
    (takes("warfarin"), X, O, C),
    (has("severe_heart_failure", "diabetes"), X, O, C),
    (has("active_ulcer"), X, O, C),
    (PREGNANT | {"gestation_weeks": 30}, X, K, C),  # no clearance is worked out in pregnancy
    ({"cannot_swallow": True}, X, X, X),
    ({"situation": "between"}, "not_indicated", "not_indicated", "not_indicated"),
]


@pytest.mark.parametrize(("changes", "naproxen", "colchicine", "prednisolone"), PATIENTS)
def test_who_gets_what(changes, naproxen, colchicine, prednisolone):
    """An NSAID, colchicine and a corticosteroid share the first place; what could harm decides."""
    verdicts = {row["code"]: row["verdict"] for row in gout.advised(**changes)["options"]}
    assert (verdicts[NAPROXEN], verdicts[COLCHICINE], verdicts[PREDNISOLONE]) == (naproxen, colchicine, prednisolone)


DOSES = [
    # patient                                                    start, maximum, in mg a day
    ({}, 1.2, 1.8),
    ({"jurisdiction": "eu"}, 1, 1.5),
    ({"jurisdiction": "uk"}, 1, 2),
    ({"jurisdiction": "uk", "creatinine": 1.5}, 1, 2),  # clearance of exactly 50
    ({"jurisdiction": "uk", "creatinine": 1.51}, 1, 1),  # just under 50
    ({"creatinine": 2.5}, 1.2, 1.8),  # exactly 30
    ({"dialysis": True}, 0.6, 0.6),
    (takes("ketoconazole"), 0.6, 0.9),  # a strong CYP3A4 inhibitor
    (takes("ciclosporin"), 0.6, 0.6),  # a P-glycoprotein inhibitor
    (takes("verapamil"), 1.2, 1.2),  # a moderate inhibitor
    (takes("ketoconazole", "ciclosporin"), 0.6, 0.6),  # both: the most restrictive wins
]


@pytest.mark.parametrize(("changes", "start", "maximum"), DOSES)
def test_how_much_colchicine(changes, start, maximum):
    """The dose follows the country, the clearance and what blocks it; across these the smallest wins."""
    dose = gout.option(COLCHICINE, **changes)["dose"][0]
    assert (dose["start"], dose["maximum"]) == (start, maximum)


def test_every_treatment_is_accounted_for_with_a_source():
    """Whoever the patient, each treatment has one verdict and a reason that names where it comes from."""
    for changes, *_ in PATIENTS:
        rows = gout.advised(**changes)["options"]
        assert sorted(row["code"] for row in rows) == sorted(rules.treatment.code for rules in gout.book().rules)
        assert all(row["reasons"] and all(reason["sources"] for reason in row["reasons"]) for row in rows)


def test_a_warning_sign_withholds_everything():
    """An infected joint looks like gout: nothing but the alert until it is acknowledged."""
    shown = advice.withheld(gout.advised(joint_red_flags={"fever_or_rigors": True, "complete": True}))
    assert (shown["withheld"], shown["options"]) == (True, [])
    assert [alert["code"] for alert in shown["alerts"]] == ["septic_arthritis"]
