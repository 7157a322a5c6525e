"""Numerals: a number is read in either notation, or questioned; it is never guessed."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from advisor import numeral


LANGUAGES = ("en-gb", "de")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "read"),
    [("70", 70), (" 70.0 ", 70), ("0.95", 0.95), ("0,95", 0.95), ("+4.5", 4.5), ("-4", -4), ("1,5", 1.5), ("1.5", 1.5)]
    + [("0.125", 0.125), ("0,125", 0.125), ("1.2500", 1.25), ("1000,125", 1000.125), ("12345", 12345), ("1,0", 1)],
)
def test_either_decimal_sign_is_read_whatever_the_language(typed, read, language):
    with translation.override(language):
        assert numeral.read(typed) == read


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["1.000", "1,000", "12.500", "12,500", "125.000", "-1.250", "1.125"])
def test_thousands_or_thousandths_are_questioned_and_not_guessed(typed, language):
    with translation.override(language), pytest.raises(numeral.NoNumber):
        numeral.read(typed)


@pytest.mark.parametrize(
    ("language", "typed", "told"),
    [
        ("en-gb", "1.000", "Write 1000, or 1.0 if"),
        ("en-gb", "1,250", "Write 1250, or 1.25 if"),
        ("en-gb", "1.125", "Write 1125, or 1.1250 if"),
        ("de", "1.250", "1250 oder 1,25"),
    ],
)
def test_the_question_says_how_to_write_either(language, typed, told):
    with translation.override(language), pytest.raises(numeral.NoNumber, match=told):
        numeral.read(typed)


@pytest.mark.parametrize("typed", ["1.234,5", "1,234.5", "1.000.000", "1 000", "1’000", "1,2,3"])
def test_marked_thousands_are_refused_with_an_example(typed):
    with pytest.raises(numeral.NoNumber, match="Leave thousands unmarked"):
        numeral.read(typed)


@pytest.mark.parametrize("typed", ["1e3", "NaN", "inf", "٤", "70 kg", "", "9" * 13, "0x1", "4.", ",5", "--4", "½", "+"])
def test_everything_else_is_refused(typed):
    with pytest.raises(numeral.NoNumber, match="Write a number in figures"):
        numeral.read(typed)


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [(4.5, "4.5", "4,5"), (0.000001, "0.000001", "0,000001"), (70.125, "70.1250", "70,1250"), (1200, "1200", "1200")],
)
def test_a_number_is_typed_back_in_the_readers_notation(value, english, german):
    assert numeral.typed(value) == english
    with translation.override("de"):
        assert numeral.typed(value) == german


@given(st.integers(-(10**9), 10**9), st.integers(0, 6), st.sampled_from(LANGUAGES))
def test_what_is_typed_back_is_read_as_the_same_number(figures, places, language):
    value = figures / 10**places
    with translation.override(language):
        assert numeral.read(numeral.typed(value)) == value


def test_a_printed_number_has_the_readers_decimal_sign_and_no_thousands():
    assert [numeral.printed(value) for value in (0.5, 1200, 1234567)] == ["0.5", "1200", "1234567"]
    with translation.override("de"):
        assert [numeral.printed(value) for value in (0.5, 1200, 1234567)] == ["0,5", "1200", "1234567"]


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("1,200 to 3,600 mg", "1\u202f200 to 3\u202f600 mg"),
        ("1,000,000 units", "1\u202f000\u202f000 units"),
        ("0,125 mg", "0,125 mg"),
        ("12,5 or 1.25 mg, in 2019,2020", "12,5 or 1.25 mg, in 2019,2020"),
    ],
)
def test_thousands_in_english_words_cannot_be_read_as_decimals(english, german):
    assert numeral.ungrouped(english) == english
    with translation.override("de"):
        assert numeral.ungrouped(english) == german
