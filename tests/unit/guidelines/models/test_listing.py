"""Listings: an editor types one line with commas, and the record gets the entries."""

import pytest
from django.core.exceptions import ValidationError

from guidelines.models.listing import IN_JURISDICTIONS, Amounts, Listing


def test_entries_are_read_from_one_line():
    assert Listing().to_python(" us, eu ,, uk") == ("us", "eu", "uk")


def test_entries_may_stand_on_lines_of_their_own():
    assert Listing().to_python("numb feet,\r\ntingling\npins and needles") == (
        "numb feet",
        "tingling",
        "pins and needles",
    )


def test_numbers_lose_the_decimal_point_that_says_nothing():
    assert Amounts().to_python("2.5, 10.0") == (2.5, 10)


def test_nothing_is_no_entry():
    assert Listing().to_python("") == Listing().to_python(None) == ()


def test_an_entry_with_a_comma_is_refused_instead_of_split():
    with pytest.raises(ValidationError, match="holds a comma"):
        Listing().to_python(["one, two"])


def test_a_word_among_numbers_is_refused():
    with pytest.raises(ValidationError, match="“ten” is not a number"):
        Amounts().to_python("5, ten")


def test_an_unknown_jurisdiction_is_refused_with_the_known_ones():
    with pytest.raises(ValidationError, match="au: write us, eu, uk only"):
        IN_JURISDICTIONS(("us", "au"))


def test_a_form_shows_the_entries_as_the_line_that_was_typed():
    field = Listing(blank=True).formfield()
    assert field.prepare_value(("us", "eu")) == "us, eu"
    assert not field.has_changed(("us", "eu"), "us, eu")
    assert field.has_changed(("us", "eu"), "us")
