"""Quotes: a row in the content's own words, with its sources."""

import pytest

from advisor.asking import quote
from advisor.asking.row import Kind
from tests.unit.advisor.asking import desk


@pytest.mark.parametrize("reading", [desk.shipped, desk.gout, desk.hiccups])
def test_every_row_of_every_edition_can_be_quoted(reading):
    index = desk.indexed(reading())
    for row in index.rows:
        found = quote.passage(row, index.names)
        assert found.text.strip(), row.code
        assert found.title
        assert found.sources


def test_a_statement_is_quoted_word_for_word():
    index = desk.indexed()
    row = next(one for one in index.rows if one.kind is Kind.STATEMENT and one.code == "S21")
    assert quote.passage(row, index.names).text.startswith(row.record.text)
