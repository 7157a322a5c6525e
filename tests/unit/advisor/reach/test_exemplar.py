"""A consultation becomes a case in the working copy, without anybody's name."""

import pytest

from advisor import reach
from guidelines import casebook
from guidelines.models import Case, Contribution, Entry
from tests import bedside
from tests.factories import consultation
from tests.factories.edition import NOW


@pytest.fixture
def proposal(db):
    bedside.edition()
    return reach.proposal(consultation.make(age=70, choking=None))


def test_a_proposal_says_the_answers_and_the_advice_in_the_lines_of_a_case(proposal):
    assert "age: 70" in proposal.answers.splitlines()
    assert "choking: not known" in proposal.answers.splitlines()
    assert any(line.startswith("ask: ") and "choking" in line for line in proposal.expects.splitlines())
    assert proposal.code == "C001"


def test_a_proposal_saved_as_it_is_passes(proposal, editor):
    made = add(proposal, by=editor)
    assert made == Case.objects.get(code="C001")
    assert casebook.next_code("hiccups") == "C002"
    assert Contribution.objects.filter(guideline="hiccups", by=editor).exists()
    assert Entry.objects.get(act="row added").subject == "hiccups cases C001"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"expects": "exclude: water"}, "does not give this patient the advice promised"),
        ({"answers": "nonsense: yes"}, "there is no fact"),
        ({"title": "<script>alert(1)</script>"}, "would not be sound"),
        ({"code": "V01"}, "already exists"),
        ({"code": "no good"}, "Use letters"),
    ],
)
def test_a_case_that_cannot_stand_is_refused_and_leaves_nothing(proposal, editor, changed, said):
    before = Case.objects.count()
    with pytest.raises(casebook.Refused, match=said):
        add(proposal, by=editor, **changed)
    assert Case.objects.count() == before
    assert not Entry.objects.filter(act="row added").exists()


def add(proposal, *, by, **changed):
    fields = {name: getattr(proposal, name) for name in ("code", "title", "answers", "expects")}
    return casebook.add("hiccups", **fields | {"note": ""} | changed, by=by, at=NOW)
