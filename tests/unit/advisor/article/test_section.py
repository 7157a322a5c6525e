"""Sections: a statement keeps its people, its sources and what it answers; a treatment stands where it belongs."""

from advisor.article import content
from tests import library


def sections(reading):
    return {one["code"]: one for one in content.of(reading)["sections"]}


def test_a_statement_says_whom_it_is_about_and_what_it_answers():
    said = {one["code"]: one for one in sections(library.shipped())["first_line"]["statements"]}["S05"]
    assert said["whom"] == "People treated for painful diabetic neuropathy"
    assert str(said["verdict"]) == "supported"
    assert said["why"]
    assert said["claim"]
    assert said["finding"]


def test_the_bottom_line_names_the_first_line_of_its_problem():
    said = {one["code"]: one for one in content.of(library.shipped())["bottom_line"]}["cipn_bottom_line"]
    [line] = said["lines"]
    assert [item["address"] for item in line["treatments"]] == ["treatments/duloxetine/"]


def test_what_has_no_place_stands_apart():
    apart = sections(library.shipped())["not_recommended"]
    assert apart["apart"] is True
    assert "mexiletine" in {one["code"] for one in apart["treatments"]}


def test_a_treatment_stands_by_its_kind_and_its_best_line():
    told = {
        code: {one["code"] for one in section["treatments"]} for code, section in sections(library.shipped()).items()
    }
    assert "duloxetine" in told["first_line"]
    assert "tramadol_ir" in told["second_line"]
    assert "lidocaine_5_patch" in told["topical"]
    assert "exercise" in told["non_drug"]


def test_problems_come_in_the_order_in_which_the_edition_speaks_of_them():
    first = [problem["whom"] for problem in content.of(library.shipped())["problems"]]
    assert first[0] == "People treated for painful diabetic neuropathy"
