"""Sensitivity: what would change if kidney function were worked out with another defensible weight."""

import pytest

from tests.spec import ward


HEAVY = {"sex": "female", "pregnant": False, "age": 64, "height": 160, "weight": 120, "creatinine": 1.4}
"""Clearance 50.9 by adjusted weight, 76.9 by total and 33.6 by ideal weight (patient V30)."""


def _heavy(of=ward.BOOK, **changes):
    given = ward.advised(of, **HEAVY | changes)
    return given, {row["variant"]: row for row in given["sensitivity"]}


def test_another_band_is_said_and_both_doses_are_printed():
    """With total weight the clearance is above 60: the advice prints the dose of both bands."""
    _, swings = _heavy()
    assert list(swings) == ["total"]
    assert swings["total"]["value"] == 76.9
    assert [row["option"] for row in swings["total"]["changes"]] == ["alphadone"]
    text = swings["total"]["changes"][0]["text"]
    assert "start 25" in text
    assert "maximum 150 mg/day becomes start 50" in text
    assert "maximum 300 mg/day" in text


def test_the_span_of_all_methods_is_said():
    """A clinician reads from where to where the clearance goes, and which weight gives which."""
    text = _heavy()[1]["total"]["text"]
    assert "33.6 to 76.9 mL/min depending on the weight used" in text
    assert "total 76.9, ideal 33.6, adjusted 50.9" in text


def test_methods_in_one_band_say_nothing():
    """Where every weight falls in one band there is nothing to tell."""
    assert ward.advised()["sensitivity"] == []


def test_a_range_that_differs_only_in_its_usual_doses_is_said_too():
    """Two bands with the same start and maximum but other usual doses are still two doses."""
    low = [row | {"start": 50, "maximum": 300, "usual_low": 50, "usual_high": 90} for row in _rows("a_30")]
    _, swings = _heavy(ward.book(dose_ranges=low))
    assert [row["option"] for row in swings["total"]["changes"]] == ["alphadone"]


def _rows(code):
    return [row for row in ward.document_of()["dose_ranges"] if row["code"] == code]


def test_what_another_weight_would_exclude_is_at_best_a_check():
    """Betadone is excluded below 30. By ideal weight this clearance is below 30: no silent offer."""
    given, swings = _heavy(creatinine=1.6)
    found = next(row for row in given["options"] if row["code"] == "betadone")
    assert given["derived"]["crcl"]["value"] == 44.5
    assert {row["option"]: row["text"] for row in swings["ideal"]["changes"]}[
        "betadone"
    ] == "Betadone: offer becomes exclude"
    assert found["verdict"] == "check"
    assert found["reasons"][-1]["severity"] == "sensitivity"
    assert "With ideal weight the value would be 29.4" in found["reasons"][-1]["text"]


def test_a_caution_is_held_back_as_well():
    """A caution that another weight would exclude becomes a check, not a caution."""
    given, _ = _heavy(age=80, creatinine=1.3)
    found = next(row for row in given["options"] if row["code"] == "betadone")
    assert found["verdict"] == "check"
    assert "c_elderly" in [row["rule"] for row in found["reasons"]]


def test_what_is_excluded_stays_excluded():
    """A weight that would allow a treatment does not bring it back."""
    given, swings = _heavy(creatinine=3)
    found = next(row for row in given["options"] if row["code"] == "betadone")
    assert found["verdict"] == "exclude"
    assert all(row["option"] != "betadone" for swing in swings.values() for row in swing["changes"])


def _skin_book():
    weak = {"code": "weak_and_broken", "name": "weak and broken", "join": "all"}
    weak |= {"lines": [{"population": "weak_kidney"}, {"population": "broken_skin"}]}
    rule = next(row for row in ward.document_of()["contraindications"] if row["code"] == "c_kidney")
    return ward.book(populations=[weak], contraindications=[rule | {"population": "weak_and_broken"}])


@pytest.mark.parametrize(("broken", "verdict"), [(None, "check"), (True, "check"), (False, "offer")])
def test_what_another_weight_might_exclude_is_a_check_until_that_is_known(broken, verdict):
    """By ideal weight the exclusion hangs on the skin: until that is known the offer waits, and never turns back."""
    given, _ = _heavy(_skin_book(), creatinine=1.6, broken_skin=broken)
    found = next(row for row in given["options"] if row["code"] == "betadone")
    assert found["verdict"] == verdict
    assert ("broken_skin" in [row["fact"] for row in given["missing"]]) is (broken is None)


def test_an_exclusion_that_is_unknown_anyway_is_not_blamed_on_the_weight():
    """Whether a blocker is taken has nothing to do with weight: the check has its own reason, and only that."""
    given, _ = _heavy(medicines=None)
    found = next(row for row in given["options"] if row["code"] == "alphadone")
    assert [row["severity"] for row in found["reasons"]] == ["indication", "avoid"]


def test_a_place_that_hangs_on_the_weight_is_said():
    """A treatment whose population another weight would leave is named in the panel."""
    strong = {"code": "strong_kidney", "name": "strong kidney", "join": "all"}
    strong |= {"lines": [{"fact": "crcl", "op": "ge", "number": 40}]}
    option = next(row for row in ward.document_of()["options"] if row["code"] == "gel_ache")
    book = ward.book(
        populations=[strong], options=[option | {"population": "strong_kidney"}], contraindications=_no_skin()
    )
    changes = {row["option"]: row["text"] for row in _heavy(book)[1]["ideal"]["changes"]}
    assert changes["gel"] == "Gel: offer becomes not indicated"


def _no_skin():
    rule = next(row for row in ward.document_of()["contraindications"] if row["code"] == "c_skin")
    return [rule | {"treatments": ["rest"]}]
