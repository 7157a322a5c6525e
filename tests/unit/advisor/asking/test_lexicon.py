"""The lexicon: what the words of an edition, its synonyms and the language stand for."""

import pytest

from advisor.asking.meaning import Sort
from tests.unit.advisor.asking import desk


def stands_for(words, reading=None):
    meanings = desk.indexed(reading).lexicon.meanings
    return {(one.sort, one.code) for one in meanings.get(tuple(words.split()), ())}


@pytest.mark.parametrize(
    ("words", "sort", "code"),
    [
        ("pregabalin", Sort.DRUG, "pregabalin"),
        ("lyrica", Sort.DRUG, "pregabalin"),
        ("snri", Sort.CLASS, "snri"),
        ("ice glove", Sort.TREATMENT, "cryotherapy"),
        ("breast feeding", Sort.POPULATION, "breastfeeding"),
        ("egfr", Sort.FACT, "egfr"),
        ("black box warning", Sort.ASPECT, "boxed_warning"),
    ],
)
def test_words_stand_for_what_the_edition_or_the_language_says(words, sort, code):
    assert (sort, code) in stands_for(words)


def test_another_edition_has_words_of_its_own():
    assert (Sort.DRUG, "calmol") in stands_for("calmol", desk.hiccups())
    assert not stands_for("pregabalin", desk.hiccups())


def test_the_longest_phrase_is_found():
    names = desk.indexed().lexicon
    assert names.at(("end", "stage", "renal", "disease", "now"), 0) == ("end", "stage", "renal", "disease")


def test_a_term_whose_parts_may_stand_apart_is_no_phrase_of_its_own():
    names = desk.indexed().lexicon
    assert names.apart
    assert not stands_for("numb no pain")
    assert any(term.may_be_in(frozenset({"numb", "painless"})) for term in names.apart)
    assert not any(term.may_be_in(frozenset({"numb"})) for term in names.apart)
