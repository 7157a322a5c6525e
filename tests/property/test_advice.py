"""Everything is accounted for, every reason is told, no dose stands on an unknown, and the advice repeats."""

import json
from random import Random

from hypothesis import given

from guidelines.engine import advice, canonical, compilation, document, patient
from guidelines.engine.dosing import said_for
from guidelines.engine.truth import YES, all_of
from tests.property.encounters import encounters, thorough
from tests.spec import ward


@thorough
@given(encounters)
def test_every_treatment_has_one_verdict_with_reasons(encounter):
    """Each treatment stands once, with at least one reason, and each reason has a rule, words and a source."""
    wanted = sorted(rules.treatment.code for rules in encounter.book.rules)
    for told in encounter.told:
        assert sorted(row["code"] for row in told["options"]) == wanted
        for row in told["options"]:
            assert row["reasons"]
            assert all(reason["rule"] and reason["text"] and reason["sources"] for reason in row["reasons"])


@thorough
@given(encounters)
def test_every_rule_that_holds_is_among_the_reasons(encounter):
    """Whatever the verdict, no contraindication that holds is left out, and none that does not hold is told."""
    for person, told in zip(encounter.story, encounter.told, strict=True):
        reasons = {row["code"]: row["reasons"] for row in told["options"]}
        for rules in encounter.book.rules:
            own = {rule.code: _holds(person, rule) for rule in rules.contraindications}
            against = {one["rule"] for one in reasons[rules.treatment.code] if one["kind"] == "against"}
            assert against & set(own) == {code for code, holds in own.items() if holds}


def _holds(person, rule):
    return all_of([said_for(person, rule.jurisdictions), person.judgement.population(rule.population)]) is YES


@thorough
@given(encounters)
def test_an_exclusion_excludes_and_an_offer_has_none(encounter):
    """A treatment against which an exclusion holds is excluded; one that is offered has nothing unknown but cautions."""
    for told in encounter.told:
        for row in told["options"]:
            excluded = any(
                one["kind"] == "against" and one["severity"] in ("contraindicated", "avoid") for one in row["reasons"]
            )
            assert (row["verdict"] == "exclude") is excluded
            waiting = any(one["kind"] == "unknown" and one["severity"] != "caution" for one in row["reasons"])
            assert row["verdict"] not in ("offer", "caution") or not waiting
            assert row["verdict"] != "check" or waiting


@thorough
@given(encounters)
def test_nothing_is_missing_that_was_answered(encounter):
    """What the advice asks for has not been answered, or was answered only in part."""
    for person, told in zip(encounter.story, encounter.told, strict=True):
        for row in told["missing"]:
            assert row["fact"] not in person.values or person.state(row["fact"]).open


@thorough
@given(encounters)
def test_nothing_is_printed_of_a_band_that_is_unknown(encounter):
    """Every dose range that had a say in a dose has a value in its band, or a population that holds instead."""
    ranges = {row.code: row for row in encounter.book.rulebook.dose_ranges}
    for person, told in zip(encounter.story, encounter.told, strict=True):
        for rule in [ranges[code] for option in told["options"] for dose in option["dose"] for code in dose["rules"]]:
            instead = rule.or_population and person.judgement.population(rule.or_population) is YES
            assert rule.band is None or instead or person.state(rule.band.fact).value is not None


@thorough
@given(encounters)
def test_no_dose_without_a_clearance_where_the_label_asks_for_one(encounter):
    """A treatment with bands of clearance for everybody prints no dose while the clearance is unknown."""
    banded = {row.treatment for row in encounter.book.rulebook.dose_ranges if row.band and not row.population}
    for person, told in zip(encounter.story, encounter.told, strict=True):
        for option in told["options"]:
            known = person.state("crcl").value is not None or person.values.get("dialysis") is True
            assert known or option["code"] not in banded or option["dose"] == []


@thorough
@given(encounters)
def test_the_same_answers_give_the_same_advice(encounter):
    """Answers in another order, and a rulebook that has been to text and back, give the same advice and digest."""
    answers = list(encounter.story[-1].answers.items())
    Random(encounter.seed).shuffle(answers)
    text = canonical.text(document.written(encounter.book.rulebook))
    again = compilation.compiled(document.read(json.loads(text)))
    person = patient.parse(again, dict(answers))
    assert advice.advise(again, person, edition=ward.EDITION) == encounter.told[-1]


@thorough
@given(encounters)
def test_a_document_comes_back_from_text(encounter):
    """A rulebook written, read and written again is the same rulebook and the same text."""
    rulebook = document.read(encounter.plain)
    text = canonical.text(document.written(rulebook))
    assert document.read(json.loads(text)) == rulebook
    assert canonical.text(document.written(document.read(json.loads(text)))) == text
