"""Questions: what is named, what is asked for, and which words mean nothing here."""

import pytest

from tests.unit.advisor.asking import desk


@pytest.mark.parametrize(
    ("typed", "aspect"),
    [
        ("how do I stop duloxetine", "stop"),
        ("max pregabalin", "maximum"),
        ("nnt of amitriptyline", "effect"),
        ("any use in giving menthol", "first"),
        ("pregabalin not touching the pain", "next"),
        ("missed dose of duloxetine", "missed"),
        ("combination therapy in diabetic neuropathy", "next"),
    ],
)
def test_it_is_heard_what_is_asked_for(typed, aspect):
    assert aspect in desk.understood(typed).aspects


def test_a_misspelt_medicine_is_named_and_the_slip_kept():
    found = desk.understood("dose of pregablin")
    assert [one.codes("drug") for one in found.given] == [("pregabalin",)]
    assert [(one.typed, one.read) for one in found.taken] == [("pregablin", "pregabalin")]


@pytest.mark.parametrize("typed", ["pregabalin for my dog", "write a poem on gabapentin", "otitis in duloxetine users"])
def test_a_word_the_edition_does_not_use_stays_foreign(typed):
    assert desk.understood(typed).foreign


def test_a_question_of_nothing_is_empty():
    assert desk.understood("how are you").empty
