"""Pauses: a line each, by which their clinician knows them again, with the time that is left."""

from datetime import timedelta

import pytest

from advisor import wizard
from tests.factories import draft as drafts
from tests.factories.edition import NOW


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("later", "left"),
    [
        (timedelta(seconds=-1), "14 days"),
        (timedelta(), "14 days"),
        (timedelta(hours=1), "14 days"),
        (timedelta(days=12, hours=23), "2 days"),
        (timedelta(days=13, hours=1), "23 hours"),
        (timedelta(days=13, hours=23, minutes=30), "less than an hour"),
    ],
)
def test_a_pause_says_what_and_for_how_long(later, left):
    kept = drafts.make(age=40, sex="male")
    [line] = wizard.pauses(by=kept.kept_by, at=NOW + later, offered={"hiccups": "Persistent hiccups"})
    assert (line["title"], line["gist"], line["left"]) == ("Persistent hiccups", "age 40 years; sex Male", left)


@pytest.mark.django_db
def test_a_guideline_that_is_gone_can_only_be_discarded():
    kept = drafts.make(age=40)
    withdrawn = {"hiccups": "Persistent hiccups"}
    [line] = wizard.pauses(by=kept.kept_by, at=NOW, offered={}, withdrawn=withdrawn)
    assert (line["title"], line["offered"]) == ("Persistent hiccups", False)
    [line] = wizard.pauses(by=kept.kept_by, at=NOW, offered={})
    assert (line["title"], line["offered"]) == ("hiccups", False)
