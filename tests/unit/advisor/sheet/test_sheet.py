"""The sheet: what stands on the page, in the words that stand there."""

import re
from types import SimpleNamespace

import pytest

from advisor import sheet
from guidelines.engine import advice, patient
from tests import bedside
from tests.factories.edition import NOW


BOOK = bedside.book()
READING = SimpleNamespace(status="Submitted", sha256="e" * 64, compiled=BOOK, withdrawal=None)
CONSULTATION = SimpleNamespace(pk="an-id", consulted_at=NOW)


def made(acknowledged=(), **answers):
    person = patient.parse(BOOK, bedside.HEALTHY | answers)
    given = advice.advise(BOOK, person, edition={"number": 1, "sha256": "e" * 64, "status": "Submitted"})
    return sheet.of(advice.withheld(given, acknowledged), READING, person, CONSULTATION)


def treatments(told):
    return {card["name"]: card for line in told["lines"] for card in line["treatments"]}


def test_the_bottom_line_names_the_treatments_with_their_doses():
    line, beside = made()["gist"]
    assert line["text"] == "Second line for this patient:"
    assert beside["text"] == "Alongside, without drugs:"
    assert [item["name"] + item["words"] for item in line["treatments"]] == [
        "Calmol: start 10 mg/day, maximum 40 mg/day"
    ]


def test_the_bottom_line_says_what_must_be_known_first():
    told = made(weight=None)
    assert told["gist"][0]["text"] == "Possible once this is known: weight:"
    assert [item["text"] for item in told["missing"]["settling"]] == ["What does the patient weigh?"]
    assert told["missing"]["settling"][0]["settles"] == "Calmol"
    assert treatments(told)["Calmol"]["label"] == "Check first"
    assert treatments(told)["Calmol"]["doses"] == []


def test_where_no_drug_fits_the_bottom_line_says_so_and_names_the_measures():
    told = made(sex="female", pregnant=True)
    assert told["gist"][0]["text"] == "No drug treatment is advised for this patient."
    assert [item["name"] for item in told["gist"][0]["treatments"]] == ["A glass of water"]


def test_the_dose_is_told_line_by_line():
    dose = treatments(made())["Calmol"]["doses"][0]
    lines = {line["label"]: line["words"] for line in dose["lines"]}
    assert lines["Start"] == "10 mg/day"
    assert lines["Usual"] == "10–20 mg/day"
    assert lines["Maximum"] == "40 mg/day"
    assert lines["Band"] == "weight at least 50 kg"
    assert dose["cells"] == [
        {"normal": "20 mg/day", "words": "half", "mark": "pending clinical sign-off (unverified)"},
    ]


def test_what_is_ruled_out_has_every_reason_with_the_patients_values():
    tried = [{"treatment": "calmol", "outcome": "none", "daily_dose": 20, "weeks": 2}]
    [row] = made(sex="female", pregnant=True, tried=tried)["ruled_out"]
    assert [reason["key"].split()[0] for reason in row["reasons"][:2]] == ["calmol_pregnancy", "calmol_failed"]
    assert row["reasons"][0]["label"] == "Contraindicated"
    assert "pregnant: yes" in row["reasons"][0]["facts"]
    assert row["reasons"][1]["mark"] == "pending clinical sign-off (editorial proposal)"


def test_behind_a_withholding_alert_only_the_alert_shows():
    told = made(choking=True)
    assert told["withheld"]
    assert not {"gist", "lines", "ruled_out", "measures", "disagreements"} & set(told)
    assert told["alerts"][0]["title"] == "Act on this first"
    assert "lines" in made(("choking",), choking=True)


def test_where_no_treatment_is_shown_no_reference_is_that_nothing_cites():
    told = made(age=10)
    cited = {source.partition("/")[0] for alert in told["alerts"] for source in alert["sources"]}
    assert {work["code"] for work in told["references"]} <= cited
    assert made()["references"]


def test_a_stopping_alert_leaves_no_treatment():
    told = made(age=7, weight={"value": 25, "unit": "kg", "confirmed": True})
    assert told["stopped"]
    assert "lines" not in told


def test_a_warning_stands_beside_the_advice():
    told = made(days=40)
    assert [alert["effect"] for alert in told["alerts"]] == ["warn"]
    assert told["lines"]


def test_the_patient_is_told_in_words():
    summary = made(medicines={"soothol": True, "complete": False})["patient"]
    assert {"label": "Weight", "words": "80 kg", "number": True} in summary["told"]
    assert any("others not known" in item["words"] for item in summary["told"])
    assert "choking" in summary["denied"]
    assert made(days=None)["patient"]["unknown"] == "days"


def test_an_effect_is_never_told_without_its_interval_and_people():
    told = treatments(made())["Calmol"]
    [among] = told["effects"]["hundreds"]
    assert among["sentence"] == "Of 100 people, 16 benefit because of it (8 to 25)."
    assert among["reading"] == "no hiccups; in adults; against placebo; 20 mg/day; 2 weeks"
    assert told["headline"] == "NNT 6.4 (95 % CI 4–12.5): no hiccups; in adults; against placebo; 20 mg/day; 2 weeks"
    [row] = told["effects"]["rows"]
    assert row["estimate"] == "NNT 6.4 (95 % CI 4–12.5)"
    assert row["unstated"] == ""


def test_the_review_falls_when_a_trial_counts():
    [review] = made()["reviews"]
    assert (review["name"], review["weeks"], review["on"]) == ("Calmol", "1.5", "12 March 2026")
    assert review["stopping"]


def test_positions_stand_side_by_side():
    [one] = made()["disagreements"]
    assert [(side["body"], side["stands"]) for side in one["positions"]] == [
        ("The agency", "Against"),
        ("The society", "First line"),
    ]


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("Submitted", "Educational purpose only: this content is pending human review"),
        ("Under review", "pending human review"),
        ("Sent back", "pending human review"),
        ("Withdrawn", "do not use"),
        ("Superseded", "newer one"),
        ("Not approved: content altered", "do not use"),
        ("Approved", "approved"),
    ],
)
def test_the_status_is_told_as_what_to_do(status, says):
    assert re.search(says, sheet.banner(status)["text"])
    assert (sheet.banner(status)["tone"] == "quiet") == (status == "Approved")


def test_what_is_known_of_a_treatments_safety_stands_by_topic_with_its_sources():
    topics = {topic["title"]: topic["rules"] for topic in treatments(made())["Calmol"]["background"]["topics"]}
    [known] = topics["Pregnancy and breast-feeding"]
    assert known["text"] == "Not to be taken in pregnancy."
    assert known["sources"] == ["R10"]
