"""The index: everything an edition says as rows, made once."""

from advisor.asking import index
from tests.unit.advisor.asking import desk


def test_it_is_made_once_for_an_edition_and_a_language():
    assert index.of(desk.shipped(), "en") is index.of(desk.shipped(), "en")


def test_every_row_of_the_rulebook_is_in_it():
    book = desk.shipped().compiled.rulebook
    codes = {row.code for row in desk.indexed().rows}
    for section in (
        book.statements,
        book.dose_ranges,
        book.contraindications,
        book.effects,
        book.monitoring,
        book.safety,
    ):
        assert {one.code for one in section} <= codes


def test_it_knows_from_which_facts_those_are_worked_out_that_doses_go_by():
    found = desk.indexed()
    assert found.feeding["creatinine"] == {"crcl"}
    assert "age" not in found.feeding
