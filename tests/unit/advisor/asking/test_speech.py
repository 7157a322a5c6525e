"""Speech: how typed text becomes words, and what is refused."""

import pytest

from advisor.asking import speech


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("What's HER dose?", ("what", "her", "dose")),
        ("75mg bd, 1,800 mg", ("75", "mg", "bd", "1800", "mg")),
        ("0,95 mg/dL", ("0.95", "mg", "dl")),
        ("Béla’s patches", ("bela", "patch")),
        ("ECGs and IDS", ("ecg", "and", "ids")),
        ("<30", ("<", "30")),
    ],
)
def test_words_are_compared_without_case_accents_and_plurals(typed, keys):
    assert speech.keys(typed) == keys


def test_space_and_lines_are_one_space():
    assert speech.heard("  how\n much\t? ") == "how much ?"


@pytest.mark.parametrize("typed", ["", " \n\t", "x" * 501, "x" * 10_000, "a\x00b", "a\u202eb", "a\u200bb"])
def test_what_cannot_be_read_is_refused_with_what_to_do(typed):
    with pytest.raises(speech.Unaskable, match=r"Type|Ask for one thing"):
        speech.heard(typed)
    assert not speech.is_readable(typed)


def test_what_is_shown_again_has_no_control_characters():
    assert speech.printable("a\x00b\u202ec") == "abc"
