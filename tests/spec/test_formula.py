"""Kidney function and body size: the worked values of the literature, which weight leads, and when no number is given."""

import pytest

from guidelines.engine import clearance
from tests.spec import ward


def _value(fact, **changes):
    return ward.person(ward.well(**changes)).state(fact).value


def _crcl(sex, age, height, weight, creatinine, **changes):
    answers = ward.well(sex=sex, age=age, height=height, weight=weight, creatinine=creatinine, **changes)
    return ward.person(answers | ({"pregnant": False} if sex == "female" else {})).state("crcl")


WORKED = [
    # id     sex     age height weight creatinine  clearance method      total  ideal
    ("V01", "male", 55, 178, 82, 0.95, 90.9, "ideal", 101.9, 90.9),
    ("V02", "female", 58, 165, 68, 0.8, 68.9, "ideal", 82.3, 68.9),
    ("V03", "male", 68, 170, 60, 1.0, 60.0, "total", 60.0, 65.9),
    ("V08", "female", 61, 163, 66, 0.9, 57.1, "ideal", 68.4, 57.1),
    ("V10", "female", 66, 158, 58, 0.8, 55.2, "ideal", 63.3, 55.2),
    ("V11", "male", 64, 176, 84, 1.1, 68.5, "ideal", 80.6, 68.5),
    ("V22", "female", 74, 160, 60, 0.9, 45.3, "ideal", 51.9, 45.3),
    ("V30", "female", 64, 160, 120, 1.4, 50.9, "adjusted", 76.9, 33.6),
    ("V17", "male", 60, 174, 90, 1.0, 86.4, "adjusted", 100.0, 77.3),
    ("F-04", "female", 85, 155, 50, 0.9, 34.5, "ideal", 36.1, 34.5),
    ("F-04", "male", 68, 170, 60, 2.0, 30.0, "total", 30.0, 33.0),
    ("F-04", "male", 68, 170, 60, 4.0, 15.0, "total", 15.0, 16.5),
]


@pytest.mark.parametrize(
    ("who", "sex", "age", "height", "weight", "creatinine", "value", "method", "all_", "ideal"), WORKED
)
def test_clearance_of_the_worked_patients(who, sex, age, height, weight, creatinine, value, method, all_, ideal):
    """Cockcroft-Gault with the weight that rule F-02 chooses; the other weights are kept beside it."""
    state = _crcl(sex, age, height, weight, {"value": creatinine, "confirmed": True})
    assert (round(state.value, 1), state.method) == (value, method), who
    assert round(state.variants["total"], 1) == all_, who
    assert round(state.variants["ideal"], 1) == ideal, who


@pytest.mark.parametrize(("micromoles", "clearance"), [(88.42, 60), (176.84, 30), (353.68, 15)])
def test_creatinine_in_si_units(micromoles, clearance):
    """88.42 µmol/L is 1 mg/dL, and the clearance lands on the label's bound exactly (vectors B1 to B3)."""
    state = _crcl("male", 68, 170, 60, {"value": micromoles, "unit": "umol/L"})
    assert state.value == pytest.approx(clearance, abs=1e-9)


def test_weight_and_height_in_pounds_and_inches():
    """154 lb and 68.9 in are 69.9 kg and 175.0 cm."""
    given = _value("bmi", weight={"value": 154.32, "unit": "[lb_av]"}, height={"value": 70, "unit": "in"})
    assert given == pytest.approx(70 / 1.778**2, abs=0.01)


IDEAL = 50 + 2.3 * (175 / 2.54 - 60)

WEIGHTS = [
    (IDEAL - 0.1, "total"),
    (IDEAL, "ideal"),
    (1.2 * IDEAL, "ideal"),
    (1.2 * IDEAL + 1e-12, "ideal"),
    (1.2 * IDEAL + 0.1, "adjusted"),
]


@pytest.mark.parametrize(("weight", "method"), WEIGHTS)
def test_which_weight_leads(weight, method):
    """Total below ideal weight, ideal up to 1.2 times ideal, adjusted above (rule F-02)."""
    assert _crcl("male", 50, 175, weight, 1.0).method == method


@pytest.mark.parametrize(
    ("sex", "height", "ideal"), [("male", 152.4, 50), ("female", 152.4, 45.5), ("male", 177.8, 73)]
)
def test_ideal_weight(sex, height, ideal):
    """Devine: 50 kg for men and 45.5 kg for women at 60 inches, and 2.3 kg for every inch above."""
    assert _value("ideal_weight", sex=sex, height=height) == pytest.approx(ideal)


def test_adjusted_weight_stands_between_ideal_and_total():
    """Adjusted weight is ideal weight and four tenths of what is above it."""
    values = {"sex": "female", "height": 152.4, "weight": 100}
    assert clearance.adjusted_weight(values) == pytest.approx(45.5 + 0.4 * 54.5)


EGFR = [
    # sex    age creatinine  eGFR
    ("female", 55, 0.9, 75.5),
    ("male", 50, 1.0, 91.7),
    ("female", 50, 1.0, 68.6),
]
EGFR_WHOLE = [("male", 68, 1.0, 82), ("male", 68, 2.0, 36), ("male", 68, 4.0, 16), ("female", 85, 0.9, 63)]


def _egfr(sex, age, creatinine):
    return _value("egfr", sex=sex, age=age, creatinine=creatinine, pregnant=... if sex == "male" else False)


@pytest.mark.parametrize(("sex", "age", "creatinine", "rate"), EGFR)
def test_ckd_epi_2021(sex, age, creatinine, rate):
    """CKD-EPI 2021 without race (vectors B7 and B8)."""
    assert round(_egfr(sex, age, creatinine), 1) == rate


@pytest.mark.parametrize(("sex", "age", "creatinine", "rate"), EGFR_WHOLE)
def test_ckd_epi_differs_from_the_clearance(sex, age, creatinine, rate):
    """The estimated rate of F-04, which must never be typed in as a clearance."""
    assert round(_egfr(sex, age, creatinine)) == rate


def test_body_mass_index():
    """120 kg at 160 cm is 46.9 kg/m²."""
    assert round(_value("bmi", weight=120, height=160), 1) == 46.9


REFUSALS = [
    ({"dialysis": True}, "dialysis"),
    ({"sex": "female", "pregnant": True}, "pregnancy"),
    ({"age": 17}, "under 18"),
    ({"unstable_kidney_function": True}, "acute kidney injury"),
]


@pytest.mark.parametrize("fact", ["crcl", "egfr"])
@pytest.mark.parametrize(("changes", "reason"), REFUSALS)
def test_no_clearance_where_the_formula_does_not_hold(fact, changes, reason):
    """On dialysis, in pregnancy, under 18 and in acute kidney injury there is a reason and no number."""
    state = ward.person(ward.well(**changes)).state(fact)
    assert (state.value, state.open) == (None, frozenset())
    assert reason in state.refusal


def test_extremes_of_muscle_mass_refuse_the_clearance():
    """After an amputation creatinine says little about clearance."""
    state = ward.person(ward.well(extreme_muscle=True)).state("crcl")
    assert state.value is None
    assert "muscle" in state.refusal


def test_a_refusal_needs_no_further_answer():
    """Whoever is on dialysis is not asked for a creatinine."""
    state = ward.person({"dialysis": True}).state("crcl")
    assert (bool(state.refusal), state.open) == (True, frozenset())


@pytest.mark.parametrize("fact", ["age", "sex", "weight", "height", "creatinine", "dialysis", "extreme_muscle"])
def test_no_clearance_without_every_input(fact):
    """A missing input gives no number, and is named; nothing is assumed to be normal."""
    state = ward.person(ward.well(**{fact: None})).state("crcl")
    assert (state.value, state.refusal) == (None, "")
    assert fact in state.open


def test_a_woman_is_asked_about_pregnancy_before_her_clearance():
    """What the formula refuses on must be known to be no before there is a number."""
    assert ward.person(ward.well(sex="female")).state("crcl").open == {"pregnant"}
    assert ward.person(ward.well(sex="female", pregnant=False)).state("crcl").value > 0


def test_eighteen_is_old_enough():
    """A patient of exactly 18 has a clearance."""
    assert _crcl("male", 18, 175, 70, 1.0).value == pytest.approx(122 * 70 / 72)


@pytest.mark.parametrize("height", [{"value": 91}, {"value": 97}])
def test_a_height_for_which_there_is_no_ideal_weight(height):
    """Devine's formula gives less than nothing below 97 cm: no clearance then, and a reason."""
    book = ward.book(facts=[_unlimited("height")])
    state = ward.person(ward.well(height=height), book).state("crcl")
    assert (state.value, "height" in state.refusal) == (None, True)


@pytest.mark.parametrize("fact", ["weight", "height", "creatinine"])
def test_a_measurement_of_nothing_gives_no_clearance(fact):
    """A weight, a height or a creatinine of 0 is no measurement: a reason, never a number or a crash."""
    state = ward.person(ward.well(**{fact: 0}), ward.book(facts=[_unlimited(fact)])).state("crcl")
    assert (state.value, bool(state.refusal)) == (None, True)


def test_an_input_that_is_not_asked_of_this_patient_gives_no_value():
    """Where a blood test is not asked for there is no number, and 0 is not put in its place."""
    book = ward.book(facts=[_unlimited("creatinine") | {"asked_of": "female"}])
    state = ward.person(ward.well(creatinine=...), book).state("crcl")
    assert (state.value, bool(state.refusal)) == (None, True)


def _unlimited(fact):
    return {"code": fact, "topic": "person", "kind": "number", "text": "How much?", "unit": ward.NUMBERS[fact]["unit"]}
