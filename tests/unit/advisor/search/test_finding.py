"""Searching: the right place comes first, slips and brand names are understood, and nothing typed is an instruction."""

import pytest

from advisor import search
from advisor.search import index
from tests import library


def found(question, reading=library.shipped):
    return search.find(reading(), question)


def first(question, kind):
    """The addresses of the hits of one kind."""
    return [hit.address for group in found(question).groups if group.kind == kind for hit in group.hits]


@pytest.mark.parametrize(
    ("question", "kind", "address"),
    [
        ("pregabalin", "treatment", "treatments/pregabalin/"),
        ("Cymbalta", "treatment", "treatments/duloxetine/"),
        ("shingles", "statement", "#statement-phn_bottom_line"),
        ("tapering", "statement", "#statement-taper_gabapentinoid"),
        ("gabapentin dialysis", "dose", "treatments/gabapentin/#dose-gb_us_r_dialysis"),
        ("linezolid duloxetine", "warning", "treatments/duloxetine/#rule-i_02_duloxetine_linezolid"),
        ("menthol", "effect", "treatments/menthol_1_cream/"),
        ("duloxetine blood pressure", "care", "treatments/duloxetine/#known-dx_before_bp"),
        ("cannabinoids", "disagreement", "#disagreement-G-16"),
    ],
)
def test_what_is_looked_for_is_found_where_it_stands(question, kind, address):
    assert any(hit.startswith(address) for hit in first(question, kind))


def test_a_reference_is_found_by_its_author_and_leads_to_its_number():
    [address] = first("Kajdasz", "reference")
    assert address.startswith("#ref-")


def test_a_misspelt_medicine_is_understood_and_said():
    told = found("duloxatine")
    assert told.corrected == (("duloxatine", "duloxetine"),)
    assert told.groups[0].hits[0].address == "treatments/duloxetine/"


def test_a_word_of_the_edition_is_never_taken_for_another():
    assert found("pain").corrected == ()


def test_a_treatment_that_is_named_comes_first_whatever_else_was_typed():
    assert first("gabapentin dialysis", "treatment")[0] == "treatments/gabapentin/"


def test_what_was_looked_for_is_marked_in_the_words_around_it():
    [group] = [group for group in found("menthol rapid").groups if group.kind == "statement"]
    assert ("Menthol", True) in group.hits[0].segments


def test_umlauts_and_signs_do_not_shift_the_marks():
    for group in found("µmol CrCl 30 %").groups:
        for hit in group.hits:
            assert "�" not in "".join(text for text, _marked in hit.segments)


def test_nothing_found_says_so_and_there_is_somewhere_to_look():
    assert found("zzzz").groups == ()
    assert ("Duloxetine", "treatments/duloxetine/") in search.hints(library.shipped())


@pytest.mark.parametrize("question", ["", " ", "\x00", "+-*()[]{}^~:\\\"'", "the of and", "AND OR NOT"])
def test_what_has_no_words_finds_nothing(question):
    assert found(question).groups == ()


@pytest.mark.parametrize(
    "question",
    [
        "title:duloxetine",
        "duloxetine^4 OR *",
        "'; DROP TABLE x; -- duloxetine",
        "<b>duloxetine</b>",
        "\x07dulo\x00xetine",
    ],
)
def test_nothing_typed_is_an_instruction(question):
    told = found(question)
    assert "<" not in told.asked
    assert "\x00" not in told.asked


def test_ten_thousand_letters_are_cut_and_said_to_be():
    told = found("duloxetine " * 1000)
    assert told.shortened is True
    assert len(told.asked) <= 200
    assert told.groups


def test_the_same_question_has_the_same_answer():
    assert found("neuropathy") == found("neuropathy")


def test_every_address_leads_to_a_row_of_the_edition():
    assert len({(one.kind, one.code, one.address) for one in search.passages(library.shipped())}) == len(
        search.passages(library.shipped())
    )


def test_a_guideline_of_another_specialty_is_searched_alike():
    told = found("Colchicin", library.second)
    assert told.corrected == (("Colchicin", "colchicine"),) or told.groups[0].hits[0].address.startswith(
        "treatments/colch"
    )


def test_an_index_is_made_once_and_a_process_keeps_few(monkeypatch):
    monkeypatch.setattr(index, "_kept", type(index._kept)())
    monkeypatch.setattr(index, "MOST_KEPT", 1)
    first = index.of(library.hiccups(), "en-gb")
    assert index.of(library.hiccups(), "en-gb") is first
    index.of(library.second(), "en-gb")
    assert len(index._kept) == 1
