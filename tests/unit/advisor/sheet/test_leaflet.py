"""The leaflet: the content's own words for patients, the dose of this advice, marks in plain words, and blank lines."""

import pytest

from advisor import sheet
from tests.unit.advisor.paper import desk


def made(treatment="duloxetine", guideline="neuropathy", patient="V30", **changed):
    return desk.leaflet(guideline, patient, treatment, **changed)


def section(told, code):
    return next((part for part in told["sections"] if part["code"] == code), None)


def texts(told, code):
    return [line["text"] for line in section(told, code)["lines"]]


def test_the_dose_is_told_day_by_day_in_capsules():
    lines = {line["label"]: line["text"] for line in section(made(), "dose")["lines"]}
    assert lines["From day 1"] == "30 mg once daily (1 capsule of 30 mg, once a day)"
    assert lines["From day 8"] == "60 mg a day (1 capsule of 60 mg, once a day)"
    assert lines["Never more than"] == "60 mg a day"


def test_a_long_way_up_is_told_in_a_few_steps():
    labels = [line["label"] for line in section(made("amitriptyline"), "dose")["lines"]]
    assert labels.count("Later") == 1
    assert len([label for label in labels if label.startswith("From day")]) == 5


def test_what_is_urgent_stands_by_itself():
    told = made()
    assert "If your skin or eyes turn yellow. Stop taking it." in texts(told, "urgent")
    assert "We check your blood pressure from time to time." in texts(told, "watch")
    assert not set(texts(told, "urgent")) & set(texts(told, "watch"))


def test_what_concerns_some_patients_is_told_to_them_alone():
    assert "Your blood sugar may rise a little." in texts(made(), "watch")
    assert "Your blood sugar may rise a little." not in texts(made(patient="V02"), "watch")


def test_what_was_not_seen_at_its_source_says_so_in_plain_words():
    told = made()
    marks = {line["text"]: line["mark"] for line in section(told, "urgent")["lines"]}
    assert marks["If your skin or eyes turn yellow. Stop taking it."] == "second-hand"
    assert [one["mark"] for one in told["marks"]] == ["not yet checked", "second-hand"]


def test_a_mark_that_a_whole_section_shares_is_told_once():
    dose = section(made(), "dose")
    assert dose["mark"] == "second-hand"
    assert not any(line["mark"] for line in dose["lines"])


def test_what_the_content_does_not_word_is_left_blank_and_named():
    told = made("naproxen_tablets", "gout", "A01")
    assert section(told, "purpose")["blank"] == 2
    assert section(told, "purpose")["lines"] == []
    assert "What it is for" in told["unworded"]
    assert section(told, "dose")["lines"], "the dose of the advice needs no words for patients"


def test_what_the_advice_does_not_offer_has_no_leaflet():
    for treatment in ("mexiletine", "no such treatment", ""):
        with pytest.raises(sheet.Unoffered, match="does not offer"):
            made(treatment)


def test_while_an_alert_withholds_the_advice_there_is_none_either():
    with pytest.raises(sheet.Unoffered):
        made("gabapentin", patient="M041", acknowledged=False)


def test_an_edition_that_is_not_approved_marks_its_leaflets():
    assert made()["banner"]["watermark"] == "Not approved"
    assert made(status="Approved")["banner"]["watermark"] == ""
