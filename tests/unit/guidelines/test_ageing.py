"""Ageing: what is past the date by which somebody must look at it again."""

from datetime import date

import pytest

from guidelines import ageing
from guidelines.engine import document
from tests import bedside


REFERENCE_DUE, GUIDELINE_DUE = date(2027, 12, 31), date(2028, 1, 31)


@pytest.mark.parametrize(
    ("today", "places"),
    [
        (date(2027, 1, 1), []),
        (REFERENCE_DUE, []),
        (date(2028, 1, 1), ["references[R10]"]),
        (GUIDELINE_DUE, ["references[R10]"]),
        (date(2028, 2, 1), ["guideline", "references[R10]"]),
    ],
)
def test_something_is_overdue_from_the_day_after_its_date(today, places):
    assert [one.place for one in ageing.overdue(bedside.book().rulebook, today)] == places


def test_an_estimate_has_a_date_of_its_own():
    plain = bedside.content()
    plain["effects"][0]["review_by"] = "2026-01-31"
    rulebook = document.read(plain)
    [late] = ageing.overdue(rulebook, date(2026, 2, 1))
    assert late.place == f"effects[{plain['effects'][0]['code']}]"
    assert ageing.due(plain) == date(2026, 1, 31)


def test_a_document_without_dates_is_never_due():
    plain = bedside.content()
    plain["guideline"].pop("review_by")
    plain["references"] = [{k: v for k, v in row.items() if k != "review_by"} for row in plain["references"]]
    assert ageing.due(plain) is None


def test_only_what_somebody_uses_is_kept_and_the_guideline_always():
    late = ageing.overdue(bedside.book().rulebook, date(2030, 1, 1))
    assert [one.place for one in ageing.used(late, [], [])] == ["guideline"]
    assert [one.place for one in ageing.used(late, ["R10"], [])] == ["guideline", "references[R10]"]


def test_a_date_that_is_none_makes_a_document_unreadable():
    plain = bedside.content()
    plain["guideline"]["review_by"] = "next year"
    with pytest.raises(document.Unreadable, match="must be a date such as"):
        document.read(plain)
