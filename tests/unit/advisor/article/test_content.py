"""The content of an article: all that an edition says has a place on a page, and one number means one reference."""

import pytest

from advisor.article import content
from tests import library


EDITIONS = pytest.mark.parametrize("reading", [library.shipped, library.second], ids=["shipped", "second"])


def treated(reading):
    return content.treatments(reading).values()


def codes(rows, key="code"):
    return {row[key] for row in rows}


@EDITIONS
def test_every_statement_is_shown_also_what_concerns_nobody_in_particular(reading):
    article = content.of(reading())
    shown = codes(article["bottom_line"]) | {one["code"] for part in article["sections"] for one in part["statements"]}
    assert shown == {said.code for said in reading().compiled.rulebook.statements}


@EDITIONS
def test_every_treatment_has_a_page_and_one_place_in_the_article(reading):
    listed = [one["code"] for part in content.of(reading())["sections"] for one in part["treatments"]]
    treatments = [treatment.code for treatment in reading().compiled.rulebook.treatments]
    assert sorted(listed) == sorted(treatments)
    assert list(content.treatments(reading())) == treatments


@EDITIONS
def test_every_dose_stands_in_a_table(reading):
    rows = [
        row for one in treated(reading()) for axis in one["doses"] for table in axis["tables"] for row in table["rows"]
    ]
    assert codes(rows) == {row.code for row in reading().compiled.rulebook.dose_ranges}


@EDITIONS
def test_every_option_effect_warning_check_and_position_is_on_a_page(reading):
    pages, rulebook = list(treated(reading())), reading().compiled.rulebook
    groups = [group for one in pages for group in (*one["conditions"], *one["interactions"])]
    known = [group for one in pages for group in (*one["monitoring"], *one["safety"])]
    of_class = {rule for plate in reading().compiled.rules for rule in plate.contraindications}
    assert {row for one in pages for row in codes(one["places"])} == {option.code for option in rulebook.options}
    assert {rule["code"] for group in groups for rule in group["rules"]} == {rule.code for rule in of_class}
    assert {rule["rule"] for group in known for rule in group["rules"]} >= {one.code for one in rulebook.safety}
    assert {row for one in pages for row in codes(one["effects"])} == {
        effect.code for effect in rulebook.effects if effect.treatments or effect.drug_classes
    }
    assert {row for one in pages for row in codes(one["positions"])} == {
        side.code for side in rulebook.positions if side.treatments
    }


@EDITIONS
def test_every_reference_has_one_number_on_all_pages(reading):
    numbers = {work["code"]: work["number"] for work in content.of(reading())["references"]}
    assert sorted(numbers.values()) == list(range(1, len(reading().compiled.rulebook.references) + 1))
    for code in content.treatments(reading()):
        for work in content.treatment(reading(), code)["references"]:
            assert (work["number"], work["uncited"]) == (numbers[work["code"]], False)


def test_numbers_rise_in_the_order_of_first_use():
    article = content.of(library.hiccups())
    cited = [work["number"] for work in article["references"] if not work["uncited"]]
    assert cited == sorted(cited)
    assert article["references"][0]["number"] == 1


def test_a_treatment_that_is_not_there_is_said_to_be_unknown():
    with pytest.raises(content.Unknown, match="no treatment “aspirin”"):
        content.treatment(library.hiccups(), "aspirin")


def test_what_an_edition_says_is_made_once_for_each_language():
    assert content.treatments(library.hiccups()) is content.treatments(library.hiccups())
