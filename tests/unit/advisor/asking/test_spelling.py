"""Spelling: slips and short forms of names are read as what was meant, and never as one of two medicines that look alike."""

import pytest

from advisor.asking import spelling
from advisor.asking.meaning import Meaning, Sort, Taken, Unclear


def drug(name):
    return (Meaning(Sort.DRUG, name),)


NAMES = {name: drug(name) for name in ("pregabalin", "duloxetine", "hydroxyzine", "hydralazine", "oxycodone")}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pregablin", "pregabalin"),
        ("dulxoetine", "duloxetine"),
        ("oxycodon", "oxycodone"),
        ("pregab", "pregabalin"),
        ("dulox", "duloxetine"),
    ],
)
def test_a_slip_or_a_beginning_is_read_as_the_name(typed, meant):
    assert spelling.read(typed, typed, NAMES) == Taken(typed, meant)


@pytest.mark.parametrize("typed", ["hydrox", "hydra"])
def test_a_beginning_tells_two_names_apart(typed):
    assert spelling.read(typed, typed, NAMES).read.startswith(typed)


@pytest.mark.parametrize("typed", ["hydr", "regabalin", "dul", "12345", "aspirin"])
def test_what_could_be_anything_is_left_alone(typed):
    assert spelling.read(typed, typed, NAMES) is None


def test_what_is_as_near_to_two_medicines_is_not_guessed():
    names = {"clonidine": drug("clonidine"), "clomidine": drug("clomidine")}
    assert spelling.read("clonidime", "clonidime", names) == Unclear("clonidime", ("clomidine", "clonidine"))


def test_a_long_word_with_one_slip_is_read_as_one_of_the_texts():
    assert spelling.of_text("dizzines", ("dizziness", "drowsiness")) == Taken("dizzines", "dizziness")


@pytest.mark.parametrize("typed", ["dizy", "fizziness", "daziness", "2026"])
def test_a_short_word_and_one_that_begins_otherwise_are_left_alone(typed):
    assert spelling.of_text(typed, ("dizziness", "drowsiness")) is None


def test_a_slip_in_a_plural_is_read_as_the_word_of_the_texts():
    assert spelling.of_text("pathces", ("patch", "cream")) == Taken("pathces", "patch")
