"""A clinician chooses between treatments in Chromium: side by side, day by day; wide and narrow, light and dark, without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from advisor.accounts.models import User
from tests import databases
from tests.browser.accessibility import assert_accessible_in_both_lights
from tests.factories import consultation


NARROW = {"viewport": {"width": 390, "height": 844}}
SCREENS = [{"viewport": {"width": 1280, "height": 800}}, NARROW]


@pytest.fixture(scope="session")
def stocked(stocked, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        with databases.pointed_at(stocked):
            name = databases.duplicate(tmp_path_factory.mktemp("choosing"))
        with databases.pointed_at(name):
            consultation.make(by=User.objects.get(email="clinician@example.org"))
        yield name
        databases.drop(name)


def given_a_recommendation(browse, **options):
    page = browse("clinician", **options)
    page.goto("/consultations/")
    page.get_by_role("link", name=re.compile("UTC$")).click()
    return page


def assert_fits(page):
    assert page.locator("html").evaluate("e => e.scrollWidth <= window.innerWidth"), "no sideways scrolling"
    assert_accessible_in_both_lights(page)


@pytest.mark.parametrize("screen", SCREENS)
def test_the_bottom_line_has_the_dose_on_the_first_screen(browse, screen):
    page = given_a_recommendation(browse, **screen)
    bottom_line = page.get_by_role("region", name="Bottom line")
    expect(bottom_line.get_by_role("row", name=re.compile("Calmol"))).to_contain_text("40 mg/day")
    expect(bottom_line.get_by_role("link", name="Calmol")).to_be_in_viewport()
    assert_fits(page)


def test_a_treatment_is_counted_day_by_day(browse):
    page = given_a_recommendation(browse, **NARROW)
    page.get_by_role("link", name="Calmol day by day").click()
    expect(page.get_by_role("cell", name=re.compile("2 times a day: 2 × 2.5 mg"))).to_be_visible()
    assert_fits(page)
    page.get_by_label("First day of treatment").fill("2020-01-01")
    page.get_by_role("button", name="Count the days").click()
    expect(page.get_by_role("alert")).to_contain_text("more than a year away")
    expect(page.get_by_label("First day of treatment")).to_have_value("2020-01-01")
    assert_fits(page)


def test_treatments_stand_side_by_side(browse):
    page = given_a_recommendation(browse, **NARROW)
    page.goto(f"{page.url}compare/")
    page.get_by_label("Calmol").check()
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("alert")).to_contain_text("at least two")
    page.get_by_label("A glass of water").check()
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("img", name=re.compile("Of 100 people, 16 benefit"))).to_be_visible()
    assert_fits(page)


def test_what_would_change_the_advice_is_a_click_away(browse):
    page = given_a_recommendation(browse, **NARROW)
    page.get_by_role("link", name="What would change this advice").click()
    expect(page.get_by_role("rowheader", name=re.compile("Weight below 50 kg"))).to_be_visible()
    assert_fits(page)


def test_it_works_without_javascript(browse):
    page = given_a_recommendation(browse, java_script_enabled=False)
    page.get_by_role("link", name="Calmol day by day").click()
    page.get_by_role("button", name="Count the days").click()
    expect(page.get_by_role("cell", name=re.compile("2 times a day: 2 × 2.5 mg"))).to_be_visible()
