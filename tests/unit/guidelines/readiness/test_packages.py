"""What the rules say of whole packages: the source article in full, and of what ships nothing but marks."""

from pathlib import Path

import pytest

from guidelines import packages, readiness
from guidelines.engine import document
from tests.unit.guidelines.readiness.ready import TODAY


ROOT = Path(__file__).resolve().parents[4]
ARTICLE = ROOT / "tests/packages/article"
READY = (ROOT / "guidelines/content/neuropathy", ROOT / "tests/guidelines/gout", ROOT / "tests/editions/hiccups")
MARKS = {
    "unverified_source",
    "editorial_proposal",
    "secondary_source",
    "second_hand_recommendation",
    "older_position_followed",
    "not_stated",
    "dose_not_stated",
    "without_dose",
}


def report(folder):
    return readiness.report(document.shaped(packages.read(folder)), today=TODAY)


@pytest.mark.parametrize("folder", READY, ids=lambda folder: folder.name)
def test_what_is_ready_has_nothing_but_marks_and_they_are_counted(folder):
    found = report(folder)
    assert [str(error) for error in found.errors] == []
    assert found.unchecked == ()
    assert set(found.counted()) <= MARKS
    assert sum(found.counted().values()) == len(found.marks)


def test_most_of_what_ships_is_seen_but_not_all():
    counted = report(READY[0]).counted()
    assert 100 < counted["unverified_source"] < 1000
    assert 50 < counted["editorial_proposal"] < 500
    assert counted["not_stated"] > 100


def test_the_source_article_is_reported_in_full():
    """Every finding, in the order in which the command tells it, stands in a file beside the package."""
    found = report(ARTICLE)
    assert found.unchecked == ()
    told = [f"{one.code} {one.place}" for one in (*found.errors, *found.marks)]
    assert told == (ARTICLE / "findings.txt").read_text().splitlines()


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("dose_ranges[pregabalin]", "Cites R5, which is not among the references."),
        ("options[duloxetine]", "Rests on no source that was seen itself (R1, R2), and does not say so."),
        ("effects[nnt_duloxetine_60]", "Gives a number without its outcome, comparator, duration and population."),
        ("dose_ranges[pregabalin_renal]", "Asks for a dose and gives no number."),
        ("treatments[gabapentin]", "Depends on kidney function, and nothing says what to do for some patients"),
        ("statements[status_reviewed]", "Says of itself “All articles are reviewed”."),
        ("statements[status_pending]", "Says of itself “pending human review”."),
        ("treatments[duloxetine]", "Is offered, and nothing is said of boxed warning."),
    ],
)
def test_what_is_worst_in_the_article_is_said_in_a_sentence(place, text):
    said = [error.text for error in report(ARTICLE).errors if error.place == place]
    assert any(sentence.startswith(text) for sentence in said)
