"""A clinician says in the browser what they did: one click for what was advised, two for anything else."""

import re

import pytest
from playwright.sync_api import expect

from tests import bedside
from tests.browser.accessibility import assert_accessible, assert_accessible_in_both_lights
from tests.factories import consultation, user


PHONE = {"viewport": {"width": 390, "height": 844}}
WITHOUT_SCRIPT = PHONE | {"java_script_enabled": False}


@pytest.fixture
def asked(served):
    bedside.edition()
    return consultation.make(by=user.models.User.objects.get(email="clinician@example.org"))


def given_the_consultation(browse, asked, **options):
    page = browse("clinician", **options)
    page.goto(f"/consultations/{asked.pk}/")
    return page


def then_it_is_recorded_in_the_same_place(page, words):
    expect(page).to_have_url(re.compile("#response$"))
    expect(page.get_by_role("region", name="What did you do?").get_by_text(words)).to_be_in_viewport()


def test_one_click_accepts(browse, asked):
    page = given_the_consultation(browse, asked)
    page.get_by_role("button", name="Calmol", exact=True).click()
    then_it_is_recorded_in_the_same_place(page, "Accepted: Calmol.")
    assert_accessible(page)


def test_two_clicks_say_why_not(browse, asked):
    page = given_the_consultation(browse, asked)
    page.get_by_text("Not as advised", exact=True).click()
    expect(page.get_by_role("button", name="The patient refuses")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="The patient refuses").click()
    then_it_is_recorded_in_the_same_place(page, "The patient refuses.")


def test_on_a_phone_without_javascript(browse, asked):
    page = given_the_consultation(browse, asked, **WITHOUT_SCRIPT)
    page.get_by_text("Not as advised", exact=True).click()
    page.get_by_label("What was done otherwise").select_option("Given in another dose than advised: Calmol")
    page.get_by_role("button", name="I expect more harm than benefit").click()
    then_it_is_recorded_in_the_same_place(page, "Given in another dose than advised: Calmol.")
    page.goto("/consultations/")
    expect(page.get_by_text("Given in another dose than advised: Calmol.")).to_be_visible()


def test_its_pages_are_accessible(browse, asked):
    page = given_the_consultation(browse, asked, **PHONE)
    for deed in ("Calmol", "A glass of water"):
        if deed != "Calmol":
            page.get_by_text("Another treatment, as advised").click()
        page.get_by_role("button", name=deed, exact=True).click()
    page.get_by_text("What was recorded before").click()
    for path in (page.url, f"/consultations/{asked.pk}/print/", "/consultations/"):
        page.goto(path)
        assert_accessible_in_both_lights(page)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
