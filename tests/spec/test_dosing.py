"""Doses for one patient: which range holds, how ranges of several axes combine, and when there is no dose at all."""

import pytest

from tests.spec import ward
from tests.spec.ward_rules import band, dose


def _dose(code="alphadone", of=ward.BOOK, **changes):
    return ward.option(code, of, **changes)["dose"]


def _numbers(*args, **kwargs):
    return [(row["rule"], row["start"], row["usual"], row["maximum"]) for row in _dose(*args, **kwargs)]


def _clearance(value):
    """A creatinine with which the well man's clearance is this."""
    return {"value": 90 * 70 / (72 * value), "confirmed": True}


BANDS = [
    # clearance  binds   start usual      maximum
    (87.5, "a_us", 50, [100, 300], 300),
    (60, "a_us", 50, [100, 300], 300),
    (59.6, "a_30", 25, [100, 150], 150),
    (30, "a_30", 25, [100, 150], 150),
    (29.9, "a_15", 25, [75, 75], 75),
    (15, "a_15", 25, [75, 75], 75),
    (14.9, "a_0", 40, [40, 40], 40),
]


@pytest.mark.parametrize(("clearance", "rule", "start", "usual", "maximum"), BANDS)
def test_the_band_of_a_clearance(clearance, rule, start, usual, maximum):
    """A closed bound belongs to its band and an open one does not; the smaller of two limits is printed."""
    assert _numbers(creatinine=_clearance(clearance)) == [(rule, start, usual, maximum)]


AXES = [
    # patient                                       binds   maximum  rules that had a say
    ({}, "a_us", 300, ["a_us", "a_60"]),
    ({"age": 80}, "a_30", 150, ["a_us", "a_30", "a_old"]),
    ({"age": 80, "creatinine": 0.5}, "a_old", 200, ["a_us", "a_60", "a_old"]),
    ({"jurisdiction": "eu"}, "a_eu", 600, ["a_eu", "a_60"]),
    ({"jurisdiction": "eu", "age": 80, "creatinine": 0.5}, "a_old", 200, ["a_eu", "a_60", "a_old"]),
]


@pytest.mark.parametrize(("changes", "rule", "maximum", "rules"), AXES)
def test_across_axes_the_most_restrictive_wins(changes, rule, maximum, rules):
    """The label of the jurisdiction, the kidney and age each limit the dose; every rule that had a say is named."""
    (given,) = _dose(**changes)
    assert (given["rule"], given["maximum"], given["rules"]) == (rule, maximum, rules)


def test_the_dose_names_its_band_schedule_and_weakest_source():
    """A dose is printed with the band it comes from, how it is taken, and what its sources are worth."""
    (given,) = _dose(creatinine=_clearance(45))
    assert given["band"] == "crcl 30 to below 60 mL/min"
    assert (given["unit"], given["schedule"], given["jurisdiction"]) == ("mg/day", "once a day", "us")
    assert (given["sources"], given["mark"]) == (["R2/secondary"], "secondary source")


def test_on_dialysis_the_lowest_row_holds_and_a_supplement_is_added():
    """No clearance is worked out on dialysis: the row that names dialysis holds, and the dose after it is extra."""
    assert _numbers(dialysis=True) == [("a_0", 40, [40, 40], 40), ("a_hd", 20, None, 50)]
    assert _dose(dialysis=True)[0]["band"] == "on dialysis"


UNKNOWN = [
    # patient                               must be asked
    ({"creatinine": None}, "creatinine"),
    ({"creatinine": ...}, "creatinine"),
    ({"weight": ...}, "weight"),
    ({"dialysis": ...}, "dialysis"),
    ({"age": ...}, "age"),
    ({"jurisdiction": ...}, "jurisdiction"),
    ({"sex": "female"}, "pregnant"),
]


@pytest.mark.parametrize(("changes", "fact"), UNKNOWN)
def test_no_dose_before_the_band_is_known(changes, fact):
    """What decides the dose is asked for; no usual kidney, weight or label is assumed."""
    given = ward.advised(**changes)
    found = next(row for row in given["options"] if row["code"] == "alphadone")
    assert (found["verdict"], found["dose"]) == ("check", [])
    assert next(row for row in given["missing"] if row["fact"] == fact)["settles"].count("alphadone") == 1


def test_a_dose_that_hangs_on_nothing_unknown_is_given():
    """Without a creatinine the drug that the kidney does not concern keeps its dose."""
    assert _numbers("betadone", creatinine=None) == [("b_base", 20, [40, 100], 100)]


def test_a_refused_clearance_gives_no_dose_and_says_why():
    """In acute kidney injury nothing can be asked that would give a dose; the reason stands there instead."""
    found = ward.option("alphadone", unstable_kidney_function=True)
    reason = next(row for row in found["reasons"] if row["severity"] == "dose")
    assert (found["verdict"], found["dose"]) == ("check", [])
    assert "acute kidney injury" in reason["text"]


def test_a_refused_clearance_in_pregnancy_gives_no_dose_and_says_why():
    """A drug that pregnancy does not exclude, but whose dose needs a clearance, becomes a check with that reason."""
    book = ward.book(dose_ranges=[dose("g_60", "gel", "base", band=band(60), start=1, maximum=3)])
    found = ward.option("gel", book, sex="female", pregnant=True)
    reason = next(row for row in found["reasons"] if row["severity"] == "dose")
    assert (found["verdict"], found["dose"]) == ("check", [])
    assert "not used in pregnancy" in reason["text"]


def test_a_percentage_of_the_usual_dose():
    """In liver class B betadone is given at 25 to 50 % of the usual dose: the lower figure binds, both are printed."""
    found = _dose("betadone", chronic_liver_disease=True, child_pugh_stated="b")
    assert _numbers("betadone", chronic_liver_disease=True, child_pugh_stated="b") == [("b_liver", 20, [10, 25], 25)]
    assert found[0]["note"] == "25 to 50 % of the usual dose: at most 25 to 50 mg/day."


PROPORTION = [(15, 300, 300), (7.5, 150, 300), (5, 100, 300)]


@pytest.mark.parametrize(("clearance", "maximum", "per"), PROPORTION)
def test_a_dose_in_proportion_to_clearance(clearance, maximum, per):
    """Below a clearance of 15 the dose falls with it: half the clearance, half the dose."""
    row = dose("g_15", "gel", "renal", "proportional", band=band(high=15), per=15, start=100, maximum=per)
    base = dose("g_base", "gel", "base", start=300, maximum=900)
    found = _dose("gel", ward.book(dose_ranges=[base, row]), creatinine=_clearance(clearance))
    assert found[0]["maximum"] == pytest.approx(maximum)
    assert found[0]["start"] == pytest.approx(maximum / 3, abs=1e-4)


@pytest.mark.parametrize(("weight", "start", "maximum"), [(70, 140, 350), (50, 100, 250)])
def test_a_dose_for_each_kilogram(weight, start, maximum):
    """A base dose of 2 to 5 mg/kg is printed for this patient's weight, not for one kilogram."""
    row = dose("g_kg", "gel", "base", "proportional", band=band(fact="weight", low=20), per=1, start=2, maximum=5)
    found = _dose("gel", ward.book(dose_ranges=[row]), weight=weight)
    assert (found[0]["start"], found[0]["maximum"]) == (start, maximum)


def _frail_book():
    frail = dose("b_frail", "betadone", "base", population="broken_skin", start=5, maximum=10)
    usual = dose("b_usual", "betadone", "base", start=20, maximum=100)
    return ward.book(dose_ranges=[dose("b_base", "betadone", "base", indication="itch", maximum=1), frail, usual])


@pytest.mark.parametrize(("broken", "rule"), [(True, ["b_frail"]), (False, ["b_usual"]), (None, [])])
def test_a_special_range_declared_first_is_not_passed_over_while_unknown(broken, rule):
    """Before it is known whether the lower range holds, the usual one is no answer (design promise 6)."""
    found = ward.option("betadone", _frail_book(), broken_skin=broken)
    assert [row["rule"] for row in found["dose"]] == rule
    assert (found["verdict"] == "check") is (broken is None)


def test_two_interactions_at_once_take_the_lower_limit():
    """Whoever takes two medicines that each lower the dose gets the lower of both limits, in whichever order they stand."""
    first = dose("g_skin", "gel", "interaction", population="broken_skin", maximum=20)
    second = dose("g_smoke", "gel", "interaction", population="smoker", maximum=10)
    book = ward.book(dose_ranges=[dose("g_base", "gel", "base", start=30, maximum=60), first, second])
    found = _dose("gel", book, broken_skin=True, smoker=True)
    assert (found[0]["rule"], found[0]["maximum"], found[0]["start"]) == ("g_smoke", 10, 10)


def test_an_unknown_supplement_gives_no_dose_yet():
    """A dose that may need an addition is not complete before that is known."""
    extra = dose("g_more", "gel", "base", "supplement", population="smoker", start=5, maximum=5)
    book = ward.book(dose_ranges=[dose("g_base", "gel", "base", start=30, maximum=60), extra])
    assert _dose("gel", book, smoker=None) == []
    assert [row["rule"] for row in _dose("gel", book, smoker=True)] == ["g_base", "g_more"]


def test_a_band_on_something_that_does_not_apply_does_not_hold():
    """Weeks of pregnancy put a man into no band, and hold his dose back no longer."""
    weeks = {"code": "weeks", "topic": "person", "kind": "number", "text": "Weeks?", "asked_of": "female"}
    rows = [dose("g_base", "gel", "base", maximum=60), dose("g_weeks", "gel", "age", band=band(20, fact="weeks"))]
    assert [row["rules"] for row in _dose("gel", ward.book(facts=[weeks], dose_ranges=rows))] == [["g_base"]]


def test_doses_stand_at_every_verdict_but_exclude():
    """A caution and a check print their dose; what is excluded has none."""
    assert _dose(age=80)
    assert _dose("betadone", medicines={}) == _dose("betadone")
    assert _dose(medicines={"oxyblock": True}) == []
