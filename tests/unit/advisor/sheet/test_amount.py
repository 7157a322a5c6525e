"""Amounts in the reader's notation: nothing that is printed on a sheet can be read as a thousandth or a thousandfold."""

import pytest
from django.utils import translation

from advisor.sheet import amount, dose


GIVEN = {
    "kind": "absolute",
    "start": 0.125,
    "start_text": "then 1,200 mg",
    "step": "up to 3,600 mg",
    "titration": [{"day": 3, "dose": 1.125, "text": ""}],
    "usual": [0.5, 1200],
    "maximum": 3600,
    "schedule": "",
    "band": "",
    "note": "",
    "unit": "mg/day",
    "cells": [],
    "rule": "r",
    "sources": [],
    "mark": "",
}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en-gb",
            ["0.125 mg/day (then 1,200 mg)", "up to 3,600 mg", "day 3: 1.125 mg/day", "0.5–1200 mg/day", "3600 mg/day"],
        ),
        (
            "de",
            [
                "0,125 mg/Tag (then 1\u202f200 mg)",
                "up to 3\u202f600 mg",
                "Tag 3: 1,125 mg/Tag",
                "0,5–1200 mg/Tag",
                "3600 mg/Tag",
            ],
        ),
    ],
)
def test_a_dose_is_printed_in_one_notation(language, said):
    with translation.override(language):
        assert [line["words"] for line in dose.shown(GIVEN)["lines"]] == said


@pytest.mark.parametrize(
    ("language", "said"), [("en-gb", ["90.9 mL/min", "55 years"]), ("de", ["90,9 mL/min", "55 Jahre"])]
)
def test_what_the_engine_words_of_a_number_is_in_the_readers_notation(language, said):
    with translation.override(language):
        assert [amount.measured(words) for words in ("90.9 mL/min", "55 years")] == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["rest"], "rest"),
        (["rest", "gel", "patch"], "rest, gel and patch"),
        (["gel", "tramadol, fast", "tramadol, slow"], "gel; tramadol, fast; and tramadol, slow"),
    ],
)
def test_a_name_with_a_comma_is_not_parted_in_a_list(names, said):
    assert amount.joined(names) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("150 mg/day", "150 mg/day"), ("at night", "150 mg/day (at night)"), ("", "150 mg/day")],
)
def test_a_start_that_is_worded_as_its_number_is_said_once(text, said):
    shown = dose.shown(GIVEN | {"start": 150, "start_text": text})
    assert shown["lines"][0]["words"] == said
