"""A dose in lines: what is said twice is printed once."""

import pytest

from advisor.sheet import dose


DOSE = {"kind": "absolute", "start": 150, "start_text": "", "step": "", "titration": [], "usual": None, "maximum": None}
DOSE |= {
    "unit": "mg/day",
    "schedule": "",
    "band": "",
    "note": "",
    "cells": [],
    "rule": "one",
    "sources": (),
    "mark": None,
}


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("", "150 mg/day"),
        ("150 mg/day", "150 mg/day"),
        ("50 mg three times daily", "150 mg/day (50 mg three times daily)"),
    ],
)
def test_the_start_is_not_repeated_where_the_words_say_no_more(said, printed):
    lines = {line["code"]: line["words"] for line in dose.shown(DOSE | {"start_text": said})["lines"]}
    assert lines == {"start": printed}
