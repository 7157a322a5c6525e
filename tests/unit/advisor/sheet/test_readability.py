"""A leaflet is read by somebody of eleven or twelve: measured over every treatment that leads in some worked patient's advice."""

from functools import cache

import pytest

from guidelines.engine import patient
from tests import readability
from tests.unit.advisor.paper import desk


OLDEST = 12
ENOUGH = 10
"""SMOG counts long words in sentences; of fewer sentences than this it says nothing."""


def names(rulebook):
    """Every name of a drug, class or treatment."""
    drugs = {name for drug in rulebook.drugs for name in (drug.name, *drug.synonyms)}
    return frozenset(drugs | {row.name for row in (*rulebook.drug_classes, *rulebook.treatments)})


def leading(given):
    """The treatments of the first line with one that is offered, and the measures."""
    offered = [one for one in given["options"] if one["verdict"] in ("offer", "caution")]
    lines = [one["line"] for one in offered if one["kind"] != "measure"]
    return [one["code"] for one in offered if one["kind"] == "measure" or one["line"] == min(lines)]


@cache
def leaflets(guideline):
    """The leaflets of all worked patients' leading treatments, as lines, each wording once."""
    found = {}
    for worked in desk.book(guideline).rulebook.cases:
        try:
            given, reading, person = desk.advised(guideline, worked.code)
        except patient.Refused:
            continue
        for code in leading(given):
            told = desk.sheet.leaflet(given, reading, person, desk.CONSULTATION, code)
            lines = tuple(f"{line['label']}: {line['text']}" for part in told["sections"] for line in part["lines"])
            found.setdefault((code, lines), worked.code)
    return [(code, worked, lines) for (code, lines), worked in found.items()]


def test_every_leaflet_is_read_at_eleven_or_twelve():
    known = names(desk.book("neuropathy").rulebook)
    told = [
        (code, worked, readability.flesch_kincaid_age(lines, known)) for code, worked, lines in leaflets("neuropathy")
    ]
    assert len(told) > 50
    assert [one for one in told if one[2] > OLDEST] == []


def test_the_other_measure_says_the_same_of_the_longer_ones():
    known = names(desk.book("neuropathy").rulebook)
    longer = [one for one in leaflets("neuropathy") if readability.counted(one[2], known)[0] >= ENOUGH]
    told = [(code, worked, readability.smog_age(lines, known)) for code, worked, lines in longer]
    assert len(told) > 20
    assert [one for one in told if one[2] > OLDEST + 0.5] == []


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("tell", 1), ("doctor", 2), ("medicine", 3), ("take", 1), ("little", 2), ("eye", 1), ("kidneys", 2), ("60", 1)],
)
def test_syllables_are_counted_as_they_are_spoken(word, syllables):
    assert readability.syllables_of(word) == syllables


def test_hard_words_are_noticed_and_names_of_drugs_are_not():
    easy = ["Take one tablet of duloxetine each day."]
    hard = ["Administration necessitates individualised titration considering tolerability."]
    assert readability.flesch_kincaid_age(easy, {"duloxetine"}) < 9
    assert readability.flesch_kincaid_age(hard) > 20
    assert readability.flesch_kincaid_age(easy, {"duloxetine"}) < readability.flesch_kincaid_age(easy)
