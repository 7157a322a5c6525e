"""Effect estimates in words: a share is a number with its sign, and one week is one."""

from advisor.sheet import effect


def estimate(**changes):
    told = {"measure": "NNT", "value": None, "low": None, "high": None, "unbounded": False, "text": "", "note": ""}
    told |= {"rule": "e", "outcome": "diarrhoea", "population": "adults", "comparator": "placebo", "dose": "1 mg"}
    return told | {"weeks": "2", "sources": [], "mark": None} | changes


def test_a_share_is_not_called_percent_as_well():
    told = estimate(measure="percent", text="46 % against 20 %")
    assert effect.headline([told]).startswith("46 % against 20 %: diarrhoea")
    assert effect.table([told])["rows"][0]["estimate"] == "46 % against 20 %"
    assert effect.table([estimate(measure="percent", value=82)])["rows"][0]["estimate"].startswith("82 % (")


def test_any_other_measure_stands_before_its_number():
    assert effect.headline([estimate(value=5, low=2, high=39)]).startswith("NNT 5 (95 % CI 2–39): diarrhoea")


def test_one_week_is_one_week():
    assert effect.headline([estimate(weeks="1")]).endswith("1 week")
    assert effect.headline([estimate(weeks="4 to 6")]).endswith("4 to 6 weeks")
    assert effect.headline([estimate(weeks="32 to 36 hours")]).endswith("32 to 36 hours")


def test_of_benefit_and_harm_the_first_with_a_picture_stands_for_the_option():
    bare, whole = estimate(value=4), estimate(value=8, low=5, high=20)
    harm = estimate(measure="NNH", value=20)
    leading = effect.table([bare, whole, harm])["hundreds"]
    assert [one["sentence"] for one in leading] == [
        "Of 100 people, 13 benefit because of it (5 to 20).",
        "Of 100 people, 5 are harmed because of it (the interval is not stated in the source seen, so no picture is drawn).",
    ]
    assert leading[0]["reading"].startswith("diarrhoea; in adults")
