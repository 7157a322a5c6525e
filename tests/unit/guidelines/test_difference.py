"""The difference between editions, on the content that ships: one dose and one contraindication edited."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from django.template.loader import render_to_string

from guidelines import packages
from guidelines.engine import difference, document


CONTENT = Path(packages.__file__).parent / "content" / "neuropathy"


@cache
def shipped():
    return document.read(packages.read(CONTENT))


def edited(section, code, **fields):
    rows = getattr(shipped(), section)
    return replace(shipped(), **{section: tuple(replace(row, **fields) if row.code == code else row for row in rows)})


def test_a_dose_of_gabapentin_that_is_raised_reads_as_a_clinician_would_say_it():
    ranges = (row for row in shipped().dose_ranges if row.treatment == "gabapentin" and row.band)
    row = next(row for row in ranges if (row.band.low, row.band.high, row.maximum) == (30, 60, 1400))
    after = edited("dose_ranges", row.code, maximum=1800, sources=(*row.sources, "R40", "R41"))
    (change,) = changes = difference.difference(shipped(), after)
    assert change.title.startswith("Gabapentin, creatinine clearance ")
    assert " 30 to below 60 mL/min" in change.title
    assert change.sentences[0] == "maximum: 1400 → 1800 mg a day"
    assert change.sentences[1].startswith("2 sources added: R40 (")
    assert difference.approvals_needed(changes) == 2
    assert difference.drugs_changed(shipped(), after, changes) == {"gabapentin"}


def test_a_contraindication_that_is_dropped_is_told_first():
    rule = next(row for row in shipped().contraindications if row.treatments == ("amitriptyline",))
    rest = tuple(row for row in shipped().contraindications if row != rule)
    statement = shipped().statements[0]
    after = replace(edited("statements", statement.code, student="Other words."), contraindications=rest)
    dropped, reworded = difference.difference(shipped(), after)
    assert (dropped.kind, dropped.weight, dropped.place) == (
        "removed",
        "contraindication",
        f"contraindications[{rule.code}]",
    )
    assert dropped.title.startswith("Amitriptyline: ")
    assert (reworded.kind, reworded.weight) == ("changed", "wording")
    assert difference.drugs_changed(shipped(), after, (dropped,)) == {"amitriptyline"}


def test_a_group_of_patients_that_is_drawn_otherwise_names_the_rules_that_rest_on_it():
    elderly = next(row for row in shipped().populations if row.code == "age_65_or_over")
    after = edited("populations", elderly.code, lines=(replace(elderly.lines[0], number=70),))
    (change,) = difference.difference(shipped(), after)
    assert change.weight == "contraindication"
    assert change.sentences[0] == "who: age at least 65 years → age at least 70 years"
    assert " contraindications: Amitriptyline: " in change.sentences[1]


def test_the_page_shows_every_change_once_under_its_own_name():
    (dropped,) = difference.difference(shipped(), edited("options", shipped().options[0].code, note="a < b"))
    page = render_to_string("components/difference.html", {"groups": difference.grouped([dropped])})
    assert page.count(f'id="{dropped.anchor}"') == 1
    assert "a &lt; b" in page
    whole = difference.difference(None, shipped())
    assert len({change.anchor for change in whole}) == len(whole)


def test_the_page_says_so_where_nothing_differs():
    assert difference.difference(shipped(), shipped()) == ()
    assert "Nothing differs." in render_to_string("components/difference.html", {"groups": difference.grouped(())})
