"""Typesetting: a tagged PDF with title and language, the same bytes from the same words, and a sentence where it fails."""

import re

import pytest

from advisor.paper import block, typesetting
from tests.unit.advisor.paper import desk


@pytest.fixture(scope="module")
def made():
    return desk.told("gout", "A01")


@pytest.fixture(scope="module")
def content(made):
    return desk.pdf(made)


def test_it_has_a_title_a_language_tags_and_says_which_standards_it_keeps(content, made):
    root = desk.opened(content).trailer["/Root"]
    said = root["/Metadata"].get_data().decode()
    assert desk.opened(content).metadata.title == f"{made['title']}: recommendation"
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == (
        "en-GB",
        True,
        True,
    )
    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in said


def kinds(node):
    """Yield the kinds of a tag and of all within it."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, dict):
        yield node.get("/S", "")
        inner = node.get("/K", [])
        for child in inner if isinstance(inner, list) else [inner]:
            yield from kinds(child)


def test_headings_lists_tables_and_their_headings_are_tagged(content):
    found = set(kinds(desk.opened(content).trailer["/Root"]["/StructTreeRoot"]))
    assert found >= {"/Document", "/Title", "/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TH", "/TD"} - {"/Title"}


def test_the_same_words_at_the_same_time_are_the_same_bytes(content, made):
    assert desk.pdf(made) == content
    assert typesetting.pdf("sheet", desk.blocks(made), at=desk.AT.replace(hour=10)) != content


def test_what_leads_to_a_list_is_never_alone_at_the_foot_of_a_page(made):
    named = [(block.leading(f"Name{n}:"), block.listing([block.runs(f"Line{n}.")])) for n in range(400)]
    outline = desk.blocks(made) | {"advice": [part for pair in named for part in pair], "grounds": []}
    printed = [desk.squeezed(text) for text in desk.pages(typesetting.pdf("sheet", outline, at=desk.AT))]
    assert len(printed) > 10
    assert all(any(f"Name{n}:" in text and f"Line{n}." in text for text in printed) for n in range(400))


@pytest.mark.parametrize(("lines", "pages"), [(13, 1), (37, 2), (61, 2), (85, 3)])
def test_what_stands_behind_begins_a_new_page_unless_the_last_is_almost_empty(made, lines, pages):
    told = [block.paragraph(f"Line {n}.") for n in range(lines)]
    outline = desk.blocks(made) | {"advice": told, "grounds": [block.paragraph("Ground.")]}
    printed = [desk.squeezed(text) for text in desk.pages(typesetting.pdf("sheet", outline, at=desk.AT))]
    assert len(printed) == pages
    assert ["Ground." in text for text in printed] == [False] * (pages - 1) + [True]
    assert all(f"Page{number}of{pages}" in text for number, text in enumerate(printed, start=1))


def test_fonts_are_embedded(content):
    fonts = [font for page in desk.opened(content).pages for font in page["/Resources"]["/Font"].values()]
    inner = [font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert inner
    assert all("/FontFile3" in one or "/FontFile2" in one for one in inner)


def test_every_page_has_status_edition_digest_and_the_address_to_check(content, made):
    framed = desk.blocks(made)["frame"]
    for text in map(desk.squeezed, desk.pages(content)):
        for said in (made["banner"]["status"], framed["edition"], made["provenance"]["digest"], framed["address"]):
            assert desk.squeezed(said) in text


def test_a_sheet_bears_nothing_of_the_one_that_was_set_before_it(content, made):
    digest = made["provenance"]["digest"]
    other = made | {"provenance": made["provenance"] | {"digest": digest[::-1]}}
    for text in map(desk.squeezed, desk.pages(desk.pdf(other))):
        assert digest[::-1] in text
        assert digest not in text


def test_nothing_in_the_words_is_read_as_markup(made):
    hostile = '#panic("x") *bold* $x^2$ <label> @ref \\ // /* ] ['
    blocks = desk.blocks(made | {"question": hostile})
    assert desk.squeezed(hostile) in desk.squeezed("".join(desk.pages(typesetting.pdf("sheet", blocks, at=desk.AT))))


def test_a_character_that_no_font_has_is_refused_in_words(made):
    with pytest.raises(typesetting.Unset, match="page to print says the same"):
        typesetting.pdf("sheet", desk.blocks(made | {"question": "\u4e00"}), at=desk.AT)


def test_a_digest_is_no_wider_than_the_column_it_stands_in(content):
    column = desk.pages(content)[-1].rpartition("Number")[0]
    assert max(map(len, re.findall("[0-9a-f]{8,}", column))) <= 34


def test_in_the_narrow_columns_doses_go_down_not_across():
    made = desk.told("neuropathy", "V01")
    assert any(card["doses"] for line in made["lines"] if not line["leads"] for card in line["treatments"])
    tables = [one for one in desk.blocks(made)["grounds"] if one["kind"] == "table"]
    assert all(len(table["head"]) <= 2 for table in tables)
