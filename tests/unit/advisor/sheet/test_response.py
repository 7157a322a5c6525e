"""A response in words: the choices that an advice leaves, and what was chosen."""

import pytest

from advisor.models import Departure, Response
from advisor.sheet.response import response
from guidelines.engine import advice
from tests.factories.edition import NOW
from tests.spec import ward


def told(recorded=(), **changes):
    return response(advice.withheld(ward.advised(**changes)), recorded)


def said(deed, treatment="", departure=""):
    return Response(deed=deed, treatment=treatment, departure=departure, responded_at=NOW)


def test_what_is_advised_first_is_one_click_away_and_the_rest_behind_another():
    found = told()
    assert [one["name"] for one in found["first"]] == ["Alphadone", "Betadone"]
    assert [one["name"] for one in found["others"]] == ["Gel"]


def test_what_must_be_checked_first_is_not_one_click_from_given_as_advised():
    given = ward.advised()
    [beta] = [option for option in given["options"] if option["code"] == "betadone"]
    beta["verdict"] = "check"
    found = response(advice.withheld(given), ())
    assert [one["name"] for one in found["first"]] == ["Alphadone"]
    assert [one["name"] for one in found["others"]] == ["Betadone, once checked", "Gel"]


def test_where_all_of_the_first_line_must_be_checked_first_each_says_so():
    found = told(creatinine=None, dialysis=None)
    assert [one["name"] for one in found["first"]] == ["Alphadone, once checked", "Betadone, once checked"]
    assert [one["name"] for one in found["others"]] == ["Gel"]


def test_what_can_be_done_otherwise_begins_with_nothing_of_it():
    words = [one["text"] for one in told(medicines={"oxyblock": True, "complete": True})["otherwise"]]
    assert words[0] == "Nothing of what was advised first was given"
    assert "Not given: Gel" in words
    assert "Given although ruled out: Alphadone" in words
    assert not any(one.startswith("Accepted") for one in words)


def test_where_nothing_is_advised_that_can_be_accepted():
    found = told(condition="neither")
    assert [(one["value"], one["name"]) for one in found["first"]] == [("accepted:", "No treatment")]
    assert (found["others"], found["otherwise"]) == ([], [])


@pytest.mark.parametrize("changes", [{"age": 12}, {"fever": True}])
def test_where_nothing_is_shown_there_is_nothing_to_choose(changes):
    assert told(**changes)["first"] == []


def test_the_newest_stands_apart_from_the_earlier():
    found = told([said("other_dose", "gel", "patient-refuses"), said("accepted", "alphadone")])
    assert found["newest"] == {
        "text": "Given in another dose than advised: Gel. The patient refuses.",
        "on": "2 March 2026, 09:30 UTC",
    }
    assert [one["text"] for one in found["earlier"]] == ["Accepted: Alphadone."]


def test_every_reason_is_offered_once():
    offered = [code for group in told()["departures"] for code, _words in group["reasons"]]
    assert sorted(offered) == sorted(Departure.values)


def test_that_nothing_was_given_is_told_without_a_name():
    assert told([said("accepted")], condition="neither")["newest"]["text"] == "Accepted."
