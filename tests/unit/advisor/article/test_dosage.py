"""Dosage: bands are the rows of a real table, countries and problems tables of their own, and every number keeps its words."""

from advisor.article import content, dosage
from guidelines.engine import compilation, document
from tests import library
from tests.spec import ward


BANDED = "pregabalin"


def told(code, **rows):
    """The dose tables of one treatment of the ward, by axis."""
    book = compilation.compiled(document.read(ward.document_of(**rows)))
    rules = next(one for one in book.rules if one.treatment.code == code)
    return {axis["code"]: axis["tables"] for axis in dosage.axes(rules, book)}


def test_the_usual_dose_stands_apart_for_each_country():
    first, second = told("alphadone")["base"]
    assert (first["title"], second["title"]) == ("Us", "Eu")
    assert first["rows"][0]["amounts"] == ["Start: 50 mg/day", "Usual: 100–300 mg/day", "Maximum: 300 mg/day"]


def test_how_it_is_given_says_what_is_the_step_and_what_the_schedule():
    tables = content.treatments(library.shipped())["duloxetine"]["doses"]
    [usual] = [axis["tables"] for axis in tables if axis["code"] == "base"]
    ways = [way for table in usual for row in table["rows"] for way in row["ways"]]
    assert {"Step: 60 mg once daily from day 8", "Schedule: once daily"} <= set(ways)


def test_kidney_bands_are_rows_and_what_follows_dialysis_is_in_addition():
    [table] = told("alphadone")["renal"]
    whom = [row["whom"] for row in table["rows"]]
    assert whom[1] == "Crcl 30 to below 60 mL/min"
    assert whom[3] == "Crcl below 15 mL/min, or on dialysis"
    assert [row["extra"] for row in table["rows"]] == ["", "", "", "", "In addition"]


def test_what_stands_for_a_normal_dose_is_a_table_of_its_own():
    [table] = told("alphadone")["renal"]
    assert (table["unit"], table["normals"]) == ("mg/day", ["100", "300"])
    assert [cell["words"] for cell in table["bands"][0]["cells"]] == ["25–50", "150"]


def test_a_share_is_told_as_a_share():
    [table] = told("betadone")["hepatic"]
    assert table["rows"][0]["amounts"] == ["25–50 % of the usual dose"]


def test_a_maximum_of_nothing_is_told_as_not_to_be_used():
    rows = {"dose_ranges": [{"code": "a_0", **_forbidden()}]}
    [table] = told("alphadone", **rows)["renal"]
    assert ["not to be used"] in [row["amounts"] for row in table["rows"]]


def _forbidden():
    kept = next(row for row in ward.document_of()["dose_ranges"] if row["code"] == "a_0")
    return {key: value for key, value in kept.items() if key != "code"} | {"maximum": 0}


def test_what_is_pending_in_a_cell_is_pending_in_the_table():
    doses = content.treatments(library.shipped())[BANDED]["doses"]
    tables = [table for axis in doses for table in axis["tables"] if table["bands"]]
    assert tables
    assert all(
        any(cell["mark"] for band in table["bands"] for cell in band["cells"]) for table in tables if table["pending"]
    )


def test_the_span_over_problems_and_countries_is_told_in_short():
    brief = {rules.treatment.code: dosage.brief(rules) for rules in ward.BOOK.rules}
    assert brief["alphadone"] == {"start": "50 mg/day", "maximum": "300–600 mg/day", "bands": 5}
    assert brief["rest"] == {"start": "", "maximum": "", "bands": 0}
