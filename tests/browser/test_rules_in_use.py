"""An editor in the browser: what is due by use, on the first page of the admin and on the page of the rules."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests import bedside, databases
from tests.browser.accessibility import assert_accessible, assert_accessible_in_both_lights
from tests.factories import consultation, response, reviewstep
from tests.unit.advisor.reach.test_survey import TRIED_IN_VAIN, submitted_lenient


PHONE = {"viewport": {"width": 390, "height": 844}}
RULES = "/reach/hiccups/rules/"


@pytest.fixture(scope="session")
def stocked(stocked, django_db_blocker, tmp_path_factory):
    """A guideline that lost a rule with its second edition, and of which clinicians override another."""
    with django_db_blocker.unblock():
        with databases.pointed_at(stocked):
            name = databases.duplicate(tmp_path_factory.mktemp("rules"))
        with databases.pointed_at(name):
            reviewstep.approve(bedside.edition())
            given_consultations(30, 40, "before", tried=[TRIED_IN_VAIN])
            reviewstep.approve(submitted_lenient())
            for one in given_consultations(12, 1, "after", tried=[TRIED_IN_VAIN]):
                response.make("not_given:calmol", "does-not-align-latest-evidence", to=one)
        yield name
        databases.drop(name)


def given_consultations(times, days_ago, series, **answers):
    at = timezone.now() - timedelta(days=days_ago)
    return [consultation.make(key=f"{series} {number}", at=at, **answers) for number in range(times)]


def then_nothing_is_wider_than_the_screen(page):
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_an_editor_finds_what_is_due_and_settles_it(browse):
    page = browse("editor")
    page.goto("/admin/")
    assert_accessible(page)
    page.get_by_role("link", name="1 stopped firing").click()
    expect(page.get_by_text("and in none of the 12 since")).to_be_visible()
    page.get_by_role("button", name=re.compile("I changed the content ?: Calmol: calmol failed")).click()
    expect(page.get_by_text("Settled.")).to_be_visible()
    page.get_by_role("button", name=re.compile("It stands as it is ?: Calmol for")).click()
    expect(page.get_by_text("Nothing is due")).to_be_visible()
    page.goto("/admin/")
    expect(page.get_by_text("stopped firing")).to_have_count(0)


@pytest.mark.parametrize(
    "options", [{}, PHONE, PHONE | {"java_script_enabled": False}],
    ids=["desktop", "phone", "without script"],
)  # fmt: skip
def test_the_page_of_the_rules_is_accessible(browse, options):
    page = browse("reviewer", **options)
    page.goto(RULES)
    expect(page.get_by_role("heading", name="Stopped firing")).to_be_visible()
    page.get_by_label("Consultations of the last").select_option("26 weeks")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("42 consultations")).to_be_visible()
    then_nothing_is_wider_than_the_screen(page)
    if options.get("java_script_enabled", True):
        assert_accessible_in_both_lights(page)
