"""Evidence in words: a year is said once, and where there is none that is said too."""

import pytest

from advisor.sheet import evidence


def work(**changed):
    return {"title": "Duloxetine", "source": "Lancet 2025;1:2", "year": 2025} | changed


def test_a_year_that_the_source_names_is_not_said_again():
    assert evidence.dated(work())["appeared"] == "Lancet 2025;1:2."
    assert evidence.dated(work(source="Lancet 12025"))["appeared"] == "Lancet 12025 2025."
    assert evidence.dated(work(source=None))["appeared"] == "2025."
    assert evidence.dated(work(source="A label", year=None))["appeared"] == "A label."
    assert evidence.dated(work(source=None, year=None))["appeared"] == ""


@pytest.mark.parametrize(("title", "stop"), [("Duloxetine", "."), ("Which one?", ""), ("Stop!", "")])
def test_a_title_ends_once(title, stop):
    assert evidence.dated(work(title=title))["stop"] == stop


def test_a_position_without_a_year_says_that_it_is_the_year_that_is_not_known():
    assert evidence.year("not stated") == "year not stated"
    assert evidence.year("2013, updated 2020") == "2013, updated 2020"
    assert evidence.year("") == ""
