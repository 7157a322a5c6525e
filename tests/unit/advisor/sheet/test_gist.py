"""The bottom line: an order is claimed only where the guideline gives one."""

from types import SimpleNamespace

from advisor.sheet import gist


PERSON = SimpleNamespace(book=SimpleNamespace(facts={}, rulebook=SimpleNamespace(monitoring=())))


def option(code, rank, **changes):
    told = {"code": code, "name": code, "kind": "drug", "verdict": "offer", "line": 1, "rank": rank, "dose": []}
    return told | {"reasons": [], "monitoring": []} | changes


def bottom_line(*options):
    return gist.lines({"options": options, "missing": []}, PERSON)[0]["text"]


def test_one_treatment_needs_no_order():
    assert bottom_line(option("calmol", 1)) == "First line for this patient:"


def test_equal_ranks_are_no_order():
    told = bottom_line(option("calmol", 2), option("stillit", 2))
    assert told == "First line for this patient, no order of preference:"


def test_ranks_are_an_order():
    assert bottom_line(option("calmol", 1), option("stillit", 2)) == "First line for this patient, in this order:"


def test_equals_in_an_order_are_named():
    options = [option(code, rank) for code, rank in (("calmol", 1), ("stillit", 1), ("hush", 2), ("water", 2))]
    assert bottom_line(*options) == (
        "First line for this patient, in this order (no preference between calmol and stillit, nor between hush and water):"
    )


def test_where_a_later_line_leads_it_is_said_that_the_earlier_ones_are_ruled_out():
    out = option("calmol", 1, verdict="exclude")
    assert (
        bottom_line(out, option("stillit", 1, line=3))
        == "Every treatment of an earlier line is ruled out for this patient."
    )
    pending = option("calmol", 1, verdict="check")
    elsewhere = option("calmol", 1, verdict="not_indicated")
    for other in (pending, elsewhere):
        assert bottom_line(other, option("stillit", 1, line=3)) == "Third line for this patient:"


def test_where_nothing_is_dosed_and_nothing_checked_a_list_takes_the_place_of_an_empty_table():
    [told] = gist.lines({"options": [option("magnet", 1)], "missing": []}, PERSON)
    assert not told["planned"]
    [told] = gist.lines(
        {
            "options": [option("calmol", 1, monitoring=[{"rule": "a", "text": "Look.", "phase": "before"}])],
            "missing": [],
        },
        PERSON,
    )
    assert told["planned"]


def test_what_all_wait_for_is_said_in_the_line_above_them_and_once():
    facts = {code: SimpleNamespace(name=code) for code in ("weight", "smoker")}
    person = SimpleNamespace(book=SimpleNamespace(facts=facts, rulebook=SimpleNamespace(monitoring=())))
    options = [option("calmol", 1, verdict="check"), option("stillit", 1, verdict="check")]
    missing = [{"fact": "weight", "settles": ["calmol", "stillit"]}]
    [told] = gist.lines({"options": options, "missing": missing}, person)
    assert told["text"] == "Possible once this is known: weight:"
    assert [one["needs"] for one in told["treatments"]] == ["", ""]
    missing.append({"fact": "smoker", "settles": ["stillit"]})
    [told] = gist.lines({"options": options, "missing": missing}, person)
    assert [one["needs"] for one in told["treatments"]] == ["weight", ""]
