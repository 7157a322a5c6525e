"""Signing in, as the four kinds of people do it."""

import re

from playwright.sync_api import expect

from tests.browser.accessibility import assert_accessible
from tests.factories.user import PASS_PHRASE


def test_a_clinician_signs_in_and_out(browse):
    page = browse()
    given_the_sign_in_page(page)
    when_they_sign_in(page, "clinician@example.org", PASS_PHRASE)
    then_they_are_at(page, "Choose a guideline")
    expect(page.get_by_role("link", name="Admin")).to_have_count(0)
    assert_accessible(page)
    when_they_sign_out(page)
    then_they_are_at(page, "Sign in")


def test_a_wrong_pass_phrase_is_refused_in_words(browse):
    page = browse()
    given_the_sign_in_page(page)
    when_they_sign_in(page, "clinician@example.org", "not the pass phrase")
    expect(page.get_by_text("not correct")).to_be_visible()
    assert_accessible(page)


def test_an_editor_reaches_the_admin(browse):
    page = browse("editor")
    page.goto("/")
    page.get_by_role("link", name="Admin").click()
    expect(page).to_have_title(re.compile("What we advise"))


def test_signing_in_works_on_a_phone_and_without_javascript(browse):
    page = browse(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    given_the_sign_in_page(page, axe=False)
    when_they_sign_in(page, "reviewer@example.org", PASS_PHRASE)
    then_they_are_at(page, "Choose a guideline")


def test_a_second_factor_can_be_set_up(browse):
    page = browse()
    given_the_sign_in_page(page)
    when_they_sign_in(page, "reviewer@example.org", PASS_PHRASE)
    then_they_are_at(page, "Choose a guideline")
    page.goto("/accounts/2fa/totp/activate/")
    when_they_confirm_that_it_is_they(page, PASS_PHRASE)
    then_they_are_at(page, "Set up an app with codes")
    assert_accessible(page)


def given_the_sign_in_page(page, axe=True):
    page.goto("/")
    then_they_are_at(page, "Sign in")
    if axe:
        assert_accessible(page)


def when_they_sign_in(page, email, pass_phrase):
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Pass phrase").fill(pass_phrase)
    page.get_by_role("button", name="Sign in").click()


def when_they_confirm_that_it_is_they(page, pass_phrase):
    then_they_are_at(page, "Confirm that it is you")
    assert_accessible(page)
    page.get_by_label("Pass phrase").fill(pass_phrase)
    page.get_by_role("button", name="Confirm").click()


def when_they_sign_out(page):
    page.get_by_role("button", name="Sign out").click()


def then_they_are_at(page, heading):
    expect(page.get_by_role("heading", level=1, name=heading)).to_be_visible()
