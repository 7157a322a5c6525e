"""Coverage: which cases fire each alert, contraindication and dose range, and which nearly do."""

import pytest

from guidelines.engine import coverage
from guidelines.engine.rulebook import Case
from tests.spec import ward


WELL = "jurisdiction: us\nage: 50\nsex: male\nweight: 70\nheight: 175\ncreatinine: 1.0\ncondition: ache"


def _case(code, more, rest="normal"):
    told = dict(line.split(": ", 1) for line in f"{WELL}\n{more}".strip().splitlines())
    return Case(code, code, "\n".join(f"{fact}: {answer}" for fact, answer in told.items()), "", rest)


def covered(place, *answers, of=ward.BOOK):
    """Give by number which of these patients fire the rule, and which nearly do."""
    cases = [_case(str(number), more) for number, more in enumerate(answers, 1)]
    found = coverage.coverage(of, cases)[place]
    return found.fired_by, found.nearly_by


COVERED = [
    # a number fires from its bound on; one unit on the other side is near, two are far
    ("contraindications[c_elderly]", ("age: 75", "age: 74", "age: 73"), ("1",), ("2",)),
    ("alerts[child]", ("age: 17", "age: 18", "age: 20"), ("1",), ("2",)),
    # what is worked out is near within its printed decimal
    ("contraindications[c_kidney]", ("creatinine: 2.92", "creatinine: 2.9166", "creatinine: 2.9"), ("1",), ("2",)),
    # an answer that would have to change is near, whether it is no or not known
    (
        "contraindications[c_skin]",
        ("broken_skin: yes", "broken_skin: no", "broken_skin: not known"),
        ("1",),
        ("2", "3"),
    ),
    # one of two lines
    ("dose_ranges[b_liver]", ("chronic_liver_disease: yes\nchild_pugh_stated: b", ""), ("1",), ()),
    ("dose_ranges[b_liver]", ("chronic_liver_disease: yes\nchild_pugh_stated: a",), (), ("1",)),
    # a rule of another jurisdiction
    ("contraindications[c_smoker_eu]", ("jurisdiction: eu\nsmoker: yes", "smoker: yes", "smoker: no"), ("1",), ("2",)),
    # a band that also holds elsewhere
    ("dose_ranges[a_0]", ("dialysis: yes", "dialysis: no"), ("1",), ("2",)),
    # a range for everybody
    ("dose_ranges[b_base]", ("", "age: 80"), ("1", "2"), ("1", "2")),
    # answers that are refused or cannot be read
    ("alerts[fever]", ("fever: yes\ncreatinine: 90 mg/dL", "fever: perhaps"), (), ()),
]


@pytest.mark.parametrize(("place", "answers", "fired", "nearly"), COVERED)
def test_what_fires_and_what_nearly_fires(place, answers, fired, nearly):
    """A rule is tried where it holds and one condition away from it."""
    assert covered(place, *answers) == (fired, nearly)


def test_a_count_is_near_where_it_is_one_short():
    """Two of the list are wanted: one is near, none is far."""
    line = {"fact": "medicines", "op": "at_least", "number": 2, "values": ["oxyblock", "miniblock", "aspirin"]}
    group = {"code": "smoker", "name": "smoker", "join": "all", "lines": [line]}
    answers = ("medicines: oxyblock, aspirin", "medicines: aspirin", "medicines: none")
    assert covered("alerts[smoker]", *answers, of=ward.book(populations=[group])) == (("1",), ("2",))


def test_a_negated_any_of_is_near_where_one_of_its_lines_holds():
    """Not (smoker or fever): a smoker without fever is one answer away."""
    either = {"code": "either", "name": "either", "join": "any"}
    either |= {"lines": [{"fact": "smoker", "op": "yes"}, {"fact": "fever", "op": "yes"}]}
    group = {
        "code": "broken_skin",
        "name": "neither",
        "join": "all",
        "lines": [{"population": "either", "negated": True}],
    }
    answers = ("smoker: no", "smoker: yes", "smoker: yes\nfever: yes")
    of = ward.book(populations=[either, group])
    assert covered("contraindications[c_skin]", *answers, of=of) == (("1",), ("2",))


def test_every_rule_is_there_and_the_quick_look_agrees():
    """What is uncovered is what coverage shows as empty on one side or the other."""
    cases = [_case("1", "age: 75\nsmoker: yes"), _case("2", "creatinine: 3.0")]
    whole = coverage.coverage(ward.BOOK, cases)
    assert len(whole) == sum(len(getattr(ward.BOOK.rulebook, section)) for section in coverage.SECTIONS)
    lacking = {place: (bool(one.fired_by), bool(one.nearly_by)) for place, one in whole.items()}
    assert coverage.uncovered(ward.BOOK, cases) == {p: sides for p, sides in lacking.items() if not all(sides)}
    assert lacking["contraindications[c_elderly]"] == (True, False)
