"""Sequels, as a clinician reads them: what comes next when a treatment failed, and what speaks against the two together."""

from guidelines.engine import sequel
from guidelines.engine.verdict import Verdict
from tests.spec import ward


DRUGS = ("drug", "topical")
PAIR = {
    "populations": [
        {
            "code": "takes_alpha",
            "name": "people who take alphadone",
            "join": "any",
            "lines": [
                {"fact": "medicines", "op": "includes", "values": ["alphadone"]},
                {"fact": "trials", "op": "taking", "values": ["alphadone"]},
            ],
        }
    ],
    "contraindications": [
        {"code": "i_pair", "severity": "avoid", "population": "takes_alpha", "treatments": ["betadone"]}
        | {"reason": "Both dones at once.", "action": "Give one.", "sources": ["R1"], "interaction": True}
    ],
}


def after(code, of=ward.BOOK, among=DRUGS, **changes):
    return sequel.sequel(ward.person(ward.well(**changes), of), code, among)


def next_in(found):
    return [(one.rules.treatment.code, one.verdict) for one in found.following]


def beside(found, code):
    return [reason.rule for reason in found.beside[code]]


def test_the_other_of_the_first_line_comes_next():
    """Alphadone failed: betadone stands in the same line, the gel one lower."""
    assert next_in(after("alphadone")) == [("betadone", Verdict.OFFER)]


def test_where_the_first_line_is_used_up_the_next_one_follows():
    """Alphadone failed, and betadone is ruled out by the kidneys: the gel remains."""
    assert next_in(after("alphadone", creatinine=4.0)) == [("gel", Verdict.OFFER)]


def test_an_earlier_failure_counts_too():
    """Betadone after alphadone failed already: the gel."""
    failed = {"treatment": "alphadone", "daily_dose": 100, "weeks": 10, "outcome": "none", "still_taking": False}
    assert next_in(after("betadone", trials=[failed])) == [("gel", Verdict.OFFER)]


def test_only_the_kinds_that_were_asked_for_follow():
    """A drug is not followed by a gel where only drugs are meant."""
    assert next_in(after("alphadone", among=("drug",), creatinine=4.0)) == []


def test_the_pair_is_checked_as_if_the_first_were_kept_on():
    """Betadone may follow alphadone, but not be added to it."""
    found = after("alphadone", ward.book(**PAIR))
    assert next_in(found) == [("betadone", Verdict.OFFER)]
    assert beside(found, "betadone") == ["i_pair"]
    assert beside(found, "gel") == []


def test_what_speaks_against_the_pair_is_found_in_the_list_of_medicines_too():
    """The interaction asks only what is on the list of medicines, not what is still taken by the trials."""
    listed = {"code": "takes_alpha", "name": "on alphadone", "join": "all"}
    lines = [{"fact": "medicines", "op": "includes", "values": ["alphadone"]}]
    found = after("alphadone", ward.book(**PAIR | {"populations": [listed | {"lines": lines}]}))
    assert beside(found, "betadone") == ["i_pair"]


def test_somebody_who_takes_the_first_already_is_told_of_the_pair_all_the_same():
    """What speaks against betadone today is the alphadone that would be stopped."""
    found = after("alphadone", ward.book(**PAIR), medicines={"alphadone": True, "complete": True})
    assert next_in(found) == [("betadone", Verdict.OFFER)]
    assert beside(found, "betadone") == ["i_pair"]


def test_that_no_earlier_treatment_is_known_is_said():
    assert after("alphadone", trials=...).alone
    assert not after("alphadone").alone


def test_a_guideline_that_does_not_ask_about_earlier_treatment_has_no_sequel():
    plain = ward.document_of()
    plain["facts"] = [fact for fact in plain["facts"] if fact["code"] != "trials"]
    plain["populations"] = [one for one in plain["populations"] if one["code"] != "failed_alphadone"]
    plain["contraindications"] = [one for one in plain["contraindications"] if one["code"] != "c_failed"]
    book = ward.compiled_of(plain)
    assert sequel.sequel(ward.person(ward.well(trials=...), book), "alphadone", DRUGS) is None
