"""Looking back, in the browser: recalls at home, the difference of advice, and a case made of a consultation."""

import pytest
from playwright.sync_api import expect

from tests import bedside
from tests.browser.accessibility import assert_accessible
from tests.factories import consultation, reviewstep, user
from tests.unit.advisor.reach.test_recall import second
from tests.unit.advisor.reach.test_survey import TRIED_IN_VAIN, submitted_lenient


PHONE = {"viewport": {"width": 390, "height": 844}}


@pytest.fixture
def approved(served):
    return reviewstep.approve(bedside.edition())


def then_each_number_says_what_it_is(page):
    labels = page.locator(".consultations td:nth-child(2)").evaluate_all(
        "cells => cells.map(cell => getComputedStyle(cell, '::before').content)"
    )
    assert labels, "there is a row"
    assert all("Edition" in label for label in labels), labels


def given_a_consultation(email="clinician@example.org", **answers):
    return consultation.make(by=user.models.User.objects.get(email=email), **answers)


def then_nothing_overflows(page):
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desktop", "phone"])
def test_a_clinician_sees_what_changed_and_takes_it_off_the_page(approved, browse, options):
    given_a_consultation(age=75)
    second()
    page = browse("clinician", **options)
    page.goto("/")
    expect(page.get_by_text("Calmol: offered → excluded. Now: It makes the aged fall")).to_be_visible()
    assert_accessible(page)
    if options:
        then_nothing_overflows(page)
    page.get_by_role("button", name="I have seen this").click()
    expect(page.get_by_text("Look at these again")).to_have_count(0)


def test_a_reviewer_compares_without_pressing_twice(approved, browse):
    given_a_consultation(tried=[TRIED_IN_VAIN])
    submitted_lenient()
    page = browse("reviewer", **PHONE)
    page.goto("/reach/hiccups/2/")
    assert_accessible(page)
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_text("Everybody was compared")).to_be_visible()
    expect(page.get_by_role("heading", level=2).first).to_have_text("No longer excluded")
    assert_accessible(page)
    then_nothing_overflows(page)


def test_an_editor_makes_a_case(approved, browse):
    given_a_consultation(age=75)
    page = browse("editor", **PHONE)
    page.goto("/reach/hiccups/")
    assert_accessible(page)
    then_nothing_overflows(page)
    then_each_number_says_what_it_is(page)
    page.get_by_role("link", name="Make a case").click()
    expect(page.get_by_role("heading", level=1, name="Make a case")).to_be_visible()
    assert_accessible(page)
    then_nothing_overflows(page)
    page.get_by_role("button", name="Save the case").click()
    expect(page.get_by_text("Case C001 was added to the working copy")).to_be_visible()
