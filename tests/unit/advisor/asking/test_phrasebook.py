"""The phrasebook: the words of a language, in which no guideline is named."""

from advisor.asking import phrasebook


def test_a_language_without_a_phrasebook_reads_the_english_one():
    assert phrasebook.of("xx").language == "en"


def test_forms_of_a_word_have_one_stem():
    book = phrasebook.of("en")
    assert book.stem("swelling") == book.stem("swell")


def test_everyday_words_are_told_from_grammar():
    book = phrasebook.of("en")
    assert book.is_everyday("website")
    assert not book.is_everyday("the")
