"""Everything is accounted for, every reason is told, and the advice repeats (design promises 4, 5 and 9)."""

import json
import random

from hypothesis import given
from hypothesis import strategies as st

from guidelines.engine import advice, canonical, compilation, document, patient
from guidelines.engine.dosing import said_for
from guidelines.engine.truth import YES, all_of
from tests.property.patients import met
from tests.property.rulebooks import books, documents, thorough
from tests.spec import ward


def _advised(book, person):
    return advice.advise(book, person, edition=ward.EDITION)


@thorough
@given(met(books()))
def test_every_treatment_has_one_verdict_with_reasons(encounter):
    """Each treatment stands once, with at least one reason, and each reason has a rule, words and a source."""
    book, story = encounter
    for person in story:
        options = _advised(book, person)["options"]
        assert sorted(row["code"] for row in options) == sorted(rules.treatment.code for rules in book.rules)
        for row in options:
            assert row["reasons"]
            assert all(reason["rule"] and reason["text"] and reason["sources"] for reason in row["reasons"])


@thorough
@given(met(books()))
def test_every_rule_that_holds_is_among_the_reasons(encounter):
    """Whatever the verdict, no contraindication that holds is left out, and none that does not hold is told."""
    book, story = encounter
    person = story[-1]
    told = {row["code"]: row["reasons"] for row in _advised(book, person)["options"]}
    for rules in book.rules:
        holding = {
            rule.code
            for rule in rules.contraindications
            if all_of([said_for(person, rule.jurisdictions), person.judgement.population(rule.population)]) is YES
        }
        own = {rule.code for rule in rules.contraindications}
        against = {reason["rule"] for reason in told[rules.treatment.code] if reason["kind"] == "against"}
        assert against & own == holding


@thorough
@given(met(books()))
def test_a_check_names_what_it_waits_for(encounter):
    """A check has a reason that is unknown; what can still be asked about it is among the missing facts."""
    book, story = encounter
    for person in story:
        given_ = _advised(book, person)
        asked = {row["fact"] for row in given_["missing"]}
        assert asked <= set(book.facts) - set(person.values) | _unfinished(person)
        for row in given_["options"]:
            if row["verdict"] == "check":
                assert any(reason["kind"] == "unknown" for reason in row["reasons"])


def _unfinished(person):
    return {code for code in ("medicines", "trials") if person.state(code).open}


@thorough
@given(met(books()))
def test_nothing_is_printed_of_a_band_that_is_unknown(encounter):
    """Every dose range that had a say in a dose has a value in its band, or a population that holds instead."""
    book, story = encounter
    ranges = {row.code: row for row in book.rulebook.dose_ranges}
    for person in story:
        for option in _advised(book, person)["options"]:
            for rule in (ranges[code] for dose in option["dose"] for code in dose["rules"]):
                instead = rule.or_population and person.judgement.population(rule.or_population) is YES
                assert rule.band is None or instead or person.state(rule.band.fact).value is not None


@thorough
@given(met(books()))
def test_no_dose_without_a_clearance_where_the_label_asks_for_one(encounter):
    """A treatment whose bands of clearance concern everybody prints no dose while the clearance is unknown."""
    book, story = encounter
    for person in story:
        for option in _advised(book, person)["options"]:
            rules = next(rules for rules in book.rules if rules.treatment.code == option["code"])
            banded = [row for row in rules.doses if row.band and not row.or_population and not row.population]
            if len(banded) == sum(row.band is not None for row in rules.doses) > 0:
                assert option["dose"] == [] or person.state("crcl").value is not None


@thorough
@given(met(books()), st.randoms(use_true_random=False))
def test_the_same_answers_give_the_same_advice(encounter, chance):
    """Answers in another order, and a rulebook that has been to text and back, give the same digest."""
    book, story = encounter
    answers = list(story[-1].answers.items())
    chance.shuffle(answers)
    text = canonical.text(document.written(book.rulebook))
    again = compilation.compiled(document.read(json.loads(text)))
    assert _advised(again, patient.parse(again, dict(answers))) == _advised(book, story[-1])


@thorough
@given(documents())
def test_a_document_comes_back_from_text(plain):
    """A rulebook written, read and written again is the same rulebook and the same text."""
    rulebook = document.read(plain)
    text = canonical.text(document.written(rulebook))
    assert document.read(json.loads(text)) == rulebook
    assert canonical.text(document.written(document.read(json.loads(text)))) == text


PLAIN = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**60), 2**60), st.floats(allow_nan=False, allow_infinity=False))
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@thorough
@given(PLAIN)
def test_canonical_text_is_json_and_stays_as_it_is(value):
    """The text can be read by any JSON reader, and writing what was read gives the same text."""
    text = canonical.text(value)
    assert canonical.text(json.loads(text)) == text


@thorough
@given(st.dictionaries(st.text(max_size=3), st.integers(), min_size=2), st.integers(0, 99))
def test_the_digest_does_not_depend_on_the_order_of_keys(table, seed):
    """A map has no first key."""
    keys = list(table)
    random.Random(seed).shuffle(keys)
    assert canonical.digest({key: table[key] for key in keys}) == canonical.digest(table)
