"""Reviewing, as two reviewers do it in the browser."""

import re

import pytest
from django.db import transaction
from playwright.sync_api import expect

from guidelines.models import DoseRange
from tests.browser.accessibility import assert_accessible
from tests.factories import edition
from tests.factories.reviewstep import approve
from tests.factories.user import PASS_PHRASE


@pytest.fixture
def changed_dose(served):
    """The second edition of a guideline: a dose was lowered."""
    with transaction.atomic():
        approve(edition.make())
        DoseRange.objects.filter(pk="calmol_light").update(maximum=5)
        return edition.make(title="Hiccups that last")


def test_two_reviewers_read_comment_and_sign(changed_dose, browse):
    physician, pharmacist = browse("reviewer"), browse("pharmacist")
    given_the_queue(physician)
    when_they_open(physician, "Hiccups that last, edition 2", "Hiccups that last, edition 2")
    physician.get_by_role("button", name="Take it under review").click()
    then_the_page_says(physician, "10 → 5 mg a day")
    assert_accessible(physician)
    when_they_comment(physician, "dose_ranges[calmol_light]", "Why 5?")
    when_they_resolve_it(physician)
    when_they_sign(physician, "give the first of the two approvals")
    then_the_page_says(physician, "Status: Under review, one approval given")
    pharmacist.goto("/review/hiccups/2/")
    when_they_sign(pharmacist, "approve it for clinicians to use")
    then_the_page_says(pharmacist, "Status: Approved")
    assert_accessible(pharmacist)
    clinician = browse("clinician")
    clinician.goto("/")
    then_the_page_says(clinician, "Edition 2 · Approved")


def test_a_wrong_pass_phrase_signs_nothing(changed_dose, browse):
    page = browse("reviewer")
    page.goto("/review/hiccups/2/")
    page.get_by_role("button", name="Take it under review").click()
    page.get_by_role("link", name="Approve and sign").click()
    page.get_by_label("Your pass phrase").fill("something else entirely")
    page.get_by_role("button", name="Sign and approve").click()
    then_the_page_says(page, "This is not your pass phrase. Nothing was signed.")
    assert_accessible(page)


def test_everything_is_read_row_by_row(changed_dose, browse):
    page = browse("reviewer")
    page.goto("/review/hiccups/2/")
    page.get_by_role("link", name="Read all of it").click()
    for section in ("Dose ranges", "Contraindications", "Worked patients", "Cases"):
        link = page.get_by_role("navigation", name="Sections").get_by_role("link", name=re.compile(section))
        if link.count():
            link.click()
            expect(page.get_by_role("heading", level=1, name=section)).to_be_visible()
            assert_accessible(page)
    page.get_by_role("link", name="Comment on cases[V01]").click()
    then_the_page_says(page, "Nothing was said yet.")
    assert_accessible(page)


def test_an_edition_is_sent_back_and_another_withdrawn(changed_dose, browse):
    page = browse("reviewer")
    page.goto("/review/hiccups/2/")
    page.get_by_role("button", name="Take it under review").click()
    when_they_say_why(
        page, "Send it back with a reason", "Send it back", **{"What must be put right": "Cite the label."}
    )
    then_the_page_says(page, "Why: Cite the label.")
    page.goto("/review/hiccups/1/")
    words = {"Why it is withdrawn": "The label changed.", "What to use instead": "Ask a colleague."}
    when_they_say_why(page, "Withdraw it", "Withdraw it", **words)
    clinician = browse("clinician")
    for address in ("/", "/guidelines/hiccups/"):
        clinician.goto(address)
        then_the_page_says(clinician, "Ask a colleague.")
        assert_accessible(clinician)


@pytest.mark.parametrize("options", [{"viewport": {"width": 390, "height": 844}, "java_script_enabled": False}])
def test_it_works_on_a_phone_and_without_javascript(changed_dose, browse, options):
    page = browse("reviewer", **options)
    for address in ("/review/", *(f"/review/hiccups/2/{one}" for one in ("", "reading/dose_ranges/", "comments/"))):
        page.goto(address)
        then_nothing_is_wider_than_the_screen(page)
    page.goto("/review/hiccups/2/")
    page.get_by_role("button", name="Take it under review").click()
    page.get_by_role("link", name="Approve and sign").click()
    then_nothing_is_wider_than_the_screen(page)
    page.get_by_label("Your pass phrase").fill(PASS_PHRASE)
    page.get_by_role("button", name="Sign and approve").click()
    then_the_page_says(page, "Your signature on edition 2 is on record.")


def test_a_dark_screen_is_as_readable(changed_dose, browse):
    page = browse("reviewer", color_scheme="dark")
    for address in ("/review/", "/review/hiccups/2/", "/review/hiccups/2/reading/options/", "/review/hiccups/1/"):
        page.goto(address)
        assert_accessible(page)


def given_the_queue(page):
    page.goto("/")
    page.get_by_role("link", name=re.compile(r"^Review \(1")).click()
    expect(page.get_by_role("heading", level=1, name="Review")).to_be_visible()
    assert_accessible(page)


def when_they_open(page, link, heading):
    page.get_by_role("link", name=link).click()
    expect(page.get_by_role("heading", level=1, name=heading)).to_be_visible()


def when_they_comment(page, place, text):
    page.get_by_role("link", name=f"Comments on {place}").click()
    page.get_by_label("Comment").fill(text)
    page.get_by_role("button", name="Comment").click()
    then_the_page_says(page, text)
    assert_accessible(page)


def when_they_resolve_it(page):
    page.get_by_label("How it was settled").fill("The label says so.")
    page.get_by_role("button", name="Resolve").click()
    then_the_page_says(page, "Resolved by Reviewer")


def when_they_sign(page, meaning):
    page.get_by_role("link", name="Approve and sign").click()
    then_the_page_says(page, meaning)
    assert_accessible(page)
    page.get_by_label("Your pass phrase").fill(PASS_PHRASE)
    page.get_by_role("button", name="Sign and approve").click()


def when_they_say_why(page, link, button, **typed):
    page.get_by_role("link", name=link).click()
    for label, text in typed.items():
        page.get_by_label(label).fill(text)
    assert_accessible(page)
    page.get_by_role("button", name=button).click()


def then_the_page_says(page, text):
    expect(page.get_by_text(text).first).to_be_visible()


def then_nothing_is_wider_than_the_screen(page):
    assert page.locator("html").evaluate("e => e.scrollWidth") <= 390
