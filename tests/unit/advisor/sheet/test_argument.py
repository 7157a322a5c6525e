"""Every treatment in a line or two: the verdict, and what decided it; nothing is said twice."""

from types import SimpleNamespace

from advisor.sheet import argument, option
from tests.spec import ward


def test_what_has_no_place_here_is_told_so_once_and_where_it_has_one():
    listed = argument.listed(SimpleNamespace(given=ward.advised(condition="itch")))
    told = {one["name"]: one for one in listed if one["verdict"] == "not_indicated"}
    assert told["Alphadone"]["label"] == "Not for this problem"
    assert told["Alphadone"]["why"].startswith("It has a place here only for: ")


def test_how_a_treatment_is_stopped_is_not_told_beside_a_rule_that_says_the_same():
    [given] = [one for one in ward.advised()["options"] if one["code"] == "alphadone"]
    given |= {"stopping": "Step down.", "monitoring": []}
    assert option.background(given)["stopping"] == "Step down."
    rule = {"rule": "a", "phase": "stopping", "text": "Step down."}
    told = option.background(given | {"monitoring": [rule]})
    assert told["stopping"] == ""
    assert [phase["rules"] for phase in told["phases"]] == [[rule]]
