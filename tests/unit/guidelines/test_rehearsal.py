"""Rehearsals: every case of a rulebook is tried, and every broken promise is told."""

from guidelines import rehearsal
from guidelines.engine import document
from tests.factories import guideline


def rulebook(**expects):
    """The made-up rulebook, with other promises for some cases."""
    content = guideline.content()
    for case in content["cases"]:
        case["expects"] = expects.get(case["code"], case["expects"])
    return document.read(content)


def test_cases_that_get_their_advice_have_no_failures():
    assert [(one.case.code, one.failures) for one in rehearsal.rehearse(rulebook())] == [
        ("V01", ()),
        ("V01b", ()),
        ("V02", ()),
        ("V02b", ()),
    ]


def test_every_promise_that_does_not_hold_is_told():
    found = rehearsal.failures(rulebook(V01="exclude: water\nfirst: water", V02="offer: calmol"))
    assert [failure.split(":")[0] for failure in found] == ["V01", "V02"]
