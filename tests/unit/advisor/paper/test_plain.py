"""Plain text for the record: short lines that can be pasted, marked wherever a part could be copied alone."""

from advisor.paper import block, outline, plain
from tests.unit.advisor.paper import desk


FRAME = {
    "title": "Hiccups",
    "edition": "Edition 1",
    "status": "Approved",
    "on": "2 March 2026",
    "watermark": "",
    "figures": [["Digest", "abc"]],
    "check": "Check:",
    "address": "https://advisor.example.org/check/",
}


def written(*blocks, **changed):
    return plain.text(FRAME | changed, blocks).splitlines()


def test_each_kind_of_block_is_a_few_plain_lines():
    table = block.table(
        [block.runs(one) for one in ("Start", "Maximum")], [[block.runs(one) for one in ("10 mg", "40 mg")]]
    )
    lines = written(
        block.heading(1, "Dose"),
        block.paragraph("Take", block.strong("it"), "."),
        block.listing([block.runs("one"), block.runs("two")], ordered=True),
        block.terms([("Kidney", block.runs("none"))]),
        table,
        block.box("warn", [block.paragraph("Mind.")]),
        block.works([{"number": 1, "line": block.runs("A book.")}]),
    )
    assert lines[1:-3] == [
        "", "DOSE", "Take it .", "1. one", "2. two", "- Kidney: none", "- Start: 10 mg; Maximum: 40 mg", "", "Mind.",
        "[1] A book.",
    ]  # fmt: skip


def test_nothing_is_left_of_a_line_that_only_introduces_its_citations():
    named, cited = block.strong("Source of the dose:"), block.cited("[1]")
    assert written(block.paragraph(named, cited))[1:-3] == []
    assert written(block.paragraph(named, cited, "[not seen]"))[1:-3] == ["Source of the dose: [not seen]"]


def test_a_sentence_in_a_row_ends_once():
    head = [block.runs(one) for one in ("Trial", "Stopping")]
    row = [block.runs(one) for one in ("Wait 4 weeks.", "Stop slowly.")]
    assert written(block.table(head, [row]))[1:-3] == ["- Trial: Wait 4 weeks; Stopping: Stop slowly."]


def test_it_ends_with_the_figures_and_the_address_to_check():
    assert written()[-3:] == ["", "Digest abc", "Check: https://advisor.example.org/check/"]


def test_what_is_not_approved_says_so_at_both_ends_and_at_every_heading():
    lines = written(block.heading(1, "Dose"), watermark="Not approved")
    assert (lines[0], lines[-1]) == ("*** NOT APPROVED ***", "*** NOT APPROVED ***")
    assert "[NOT APPROVED] DOSE" in lines


def test_the_text_of_a_real_advice_is_short_enough_to_paste():
    made = desk.told("neuropathy", "V30")
    text = plain.text(desk.blocks(made)["frame"], outline.advice(made))
    assert "Treatment: Gabapentin; Start: 300 mg on day 1; " in text
    assert len(text) < 20_000
