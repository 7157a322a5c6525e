"""A reviewer sees who would be advised otherwise by an edition than by the one it replaces."""

import pytest

from tests import bedside
from tests.factories import consultation
from tests.unit.advisor.reach.test_survey import TRIED_IN_VAIN, submitted_lenient


@pytest.fixture
def at_review(client, reviewer):
    bedside.edition()
    client.force_login(reviewer)
    return client


def test_the_first_edition_has_nothing_to_be_compared_with(at_review):
    page = at_review.get("/reach/hiccups/1/").content.decode()
    assert "no earlier advice to compare with" in page
    assert 'href="/review/hiccups/1/"' in page, "it leads back"
    assert "Difference of advice: Persistent hiccups" in page


def test_a_reviewer_compares_and_reads_the_worst_first(at_review):
    asked = consultation.make(tried=[TRIED_IN_VAIN])
    submitted_lenient()
    before = at_review.get("/reach/hiccups/2/").content.decode()
    assert "Compared: 0 of" in before
    page = at_review.post("/reach/hiccups/2/", {"months": "24"}).content.decode()
    assert "Everybody was compared" in page
    assert page.index("No longer excluded") < page.index("It was tried in vain")
    assert asked.consulted_by.name not in page


def test_what_was_compared_is_still_there_on_the_next_visit(at_review):
    submitted_lenient()
    at_review.post("/reach/hiccups/2/")
    assert "Everybody was compared" in at_review.get("/reach/hiccups/2/").content.decode()


def test_an_unknown_edition_is_not_found(at_review):
    assert at_review.get("/reach/hiccups/9/").status_code == 404
    assert at_review.get("/reach/measles/1/").status_code == 404
