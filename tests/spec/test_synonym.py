"""Synonyms: the words by which people ask, kept in the content; each stands for something, and nothing advised hangs on it."""

from dataclasses import replace

import pytest

from guidelines.engine import document, synonym
from tests.spec import ward
from tests.spec.revision import BEFORE, added, edited, only
from tests.spec.ward import advised, book


SMEAR = {"code": "smear", "terms": ["smear", "slime"], "treatments": ["gel"]}


def faults(**changes):
    with pytest.raises(document.Unreadable) as caught:
        document.read(ward.document_of(synonyms=[SMEAR | changes]))
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("field", "what"),
    [
        ("treatments", "treatment"),
        ("drugs", "drug"),
        ("drug_classes", "drug class"),
        ("facts", "fact"),
        ("populations", "population"),
    ],
)
def test_what_a_word_stands_for_exists(field, what):
    """Whatever kind of row a word stands for, its code is the code of one."""
    assert faults(**{field: ["x"]}) == [f'synonyms[smear]: names the {what} "x", which does not exist.']


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"terms": []}, "holds no word."),
        ({"terms": [" "]}, "holds no word."),
        ({"treatments": []}, "stands for nothing; name what the words mean."),
        (
            {"terms": ["smear / + hand"]},
            'the term "smear / + hand" has an empty part; write words on both sides of every + and every /.',
        ),
        (
            {"terms": ["smear + "]},
            'the term "smear + " has an empty part; write words on both sides of every + and every /.',
        ),
        ({"language": "English"}, '"English" is no language code such as en or de.'),
        ({"language": ""}, '"" is no language code such as en or de.'),
    ],
)
def test_a_synonym_says_in_which_language_which_words_stand_for_what(changes, text):
    """A row without words or without a meaning would be understood by nobody."""
    assert faults(**changes) == [f"synonyms[smear]: {text}"]


def test_a_word_may_stand_for_other_words_of_the_guideline():
    """Where no row is meant: "water pills" for "diuretic"."""
    slime = {"code": "slime", "terms": ["slime"], "means": "gel", "language": "de"}
    assert document.read(ward.document_of(synonyms=[slime])).synonyms[0].means == "gel"


def test_a_document_without_synonyms_reads_and_is_written_as_before_there_were_any():
    """They joined the format without a new number: an older edition keeps its text, and so its digest."""
    plain = ward.document_of()
    assert document.read(plain).synonyms == ()
    assert "synonyms" not in document.written(document.read(plain))


def test_no_advice_hangs_on_a_synonym():
    """What is advised, and its digest, is the same with and without them."""
    assert advised(book(synonyms=[SMEAR])) == advised()


def test_another_word_is_a_change_of_wording():
    """It is told at its place, and one reviewer is enough."""
    before = added(synonyms=[SMEAR])
    change = only(added(synonyms=[SMEAR | {"terms": ["smear", "goo"]}]), before)
    assert (change.place, change.weight) == ("synonyms[smear]", "wording")
    assert change.title == "Words asked with: smear, goo"
    assert change.sentences == ("1 term added: goo", "1 term removed: slime")


def test_a_new_synonym_is_told_with_what_it_stands_for():
    """The reviewer reads the words and the name of the treatment."""
    change = only(added(synonyms=[SMEAR]))
    assert (change.kind, change.weight) == ("added", "wording")
    assert change.sentences == ("terms: smear, slime", "treatments: Gel")


def test_a_synonym_is_no_rule_that_rests_on_a_class():
    """Whoever reads what a changed class reaches is told of rules, not of words."""
    after = edited("drug_classes", "dones", members=["alphadone"])
    words = ({"code": "dones", "terms": ["dones"], "drug_classes": ["dones"]},)
    worded = [replace(one, synonyms=added(synonyms=words).synonyms) for one in (BEFORE, after)]
    assert only(worded[1], worded[0]) == only(after)


def test_the_parts_of_a_term_are_cut_at_signs_that_stand_by_themselves():
    """A brand such as Ca/Mg keeps its stroke; the signs alone between words part them."""
    assert synonym.parts("Ca/Mg infusion") == (("Ca/Mg infusion",),)
    assert synonym.parts("numb / pins and needles + feet") == (("numb", "pins and needles"), ("feet",))
    assert synonym.parts("numb +") == (("numb",), ("",))
