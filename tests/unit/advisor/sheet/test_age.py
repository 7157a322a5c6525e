"""A sheet says which parts of it are past their review date, and stays readable."""

from datetime import date
from types import SimpleNamespace

from advisor import sheet
from guidelines.engine import advice, patient
from tests import bedside
from tests.factories.edition import NOW


BOOK = bedside.book()


def made(today):
    reading = SimpleNamespace(status="Submitted", sha256="e" * 64, compiled=BOOK, withdrawal=None)
    person = patient.parse(BOOK, bedside.HEALTHY)
    given = advice.advise(BOOK, person, edition={"number": 1, "sha256": "e" * 64, "status": "Submitted"})
    consultation = SimpleNamespace(pk="an-id", consulted_at=NOW)
    return sheet.of(advice.withheld(given), reading, person, consultation, today=today)


def test_nothing_is_said_while_everything_is_in_time():
    assert made(date(2027, 6, 1))["overdue"] == []


def test_an_overdue_guideline_and_its_overdue_references_are_named_with_their_dates():
    texts = [one["text"] for one in made(date(2028, 6, 1))["overdue"]]
    assert texts[0] == "the guideline “Persistent hiccups”: due by 31 January 2028"
    assert any(text.endswith("Hiccups: due by 31 December 2027") for text in texts)


def test_overdue_content_still_advises():
    assert made(date(2040, 1, 1))["lines"] == made(date(2027, 1, 1))["lines"]
