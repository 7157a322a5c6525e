"""A clinician asks in Chromium: a guideline, then of a patient; the answer is quoted or there is none, also on a phone and without script."""

import re

import pytest
from playwright.sync_api import expect

from tests import bedside
from tests.browser.accessibility import assert_accessible
from tests.factories import consultation, user


PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "java_script_enabled": False}


@pytest.fixture
def past(served):
    bedside.edition()
    return consultation.make(by=user.models.User.objects.get(email="clinician@example.org"))


def when_it_is_asked(page, question):
    page.get_by_role("textbox", name=re.compile("^Ask")).fill(question)
    page.get_by_role("button", name="Ask").click()
    expect(page.get_by_role("heading", level=2, name=question)).to_be_visible()


def test_enter_asks_and_with_shift_it_begins_a_line(browse, past):
    page = browse("clinician")
    page.goto("/guidelines/hiccups/")
    box = page.get_by_role("textbox", name=re.compile("^Ask"))
    box.fill("What is the maximum dose")
    box.press("Shift+Enter")
    box.press_sequentially("of calmol?")
    expect(box).to_have_value("What is the maximum dose\nof calmol?")
    box.press("Enter")
    expect(page.get_by_role("heading", level=2, name="What is the maximum dose of calmol?")).to_be_visible()


def then_the_box_has_room(page):
    """A question is a sentence: the box is most of a phone's width, and half a screen's."""
    box = page.get_by_role("textbox", name=re.compile("^Ask")).bounding_box()
    assert box["width"] >= min(500, 0.6 * page.viewport_size["width"])


def test_a_guideline_is_asked_goes_on_and_declines(browse, past):
    page = browse("clinician")
    page.goto("/guidelines/hiccups/")
    then_the_box_has_room(page)
    when_it_is_asked(page, "What is the maximum dose of calmol?")
    expect(page.get_by_text("40 mg/day").first).to_be_visible()
    assert_accessible(page)
    when_it_is_asked(page, "and when pregnant?")
    expect(page.locator(".quote").first).to_contain_text("pregnan", ignore_case=True)
    when_it_is_asked(page, "amoxicillin for otitis")
    expect(page.get_by_text("does not mean that something is safe")).to_be_visible()
    assert_accessible(page)


def test_a_patient_is_asked_about_on_a_phone_without_script(browse, past):
    page = browse("clinician", **PHONE)
    page.goto(f"/consultations/{past.pk}/")
    then_the_box_has_room(page)
    when_it_is_asked(page, "What is the dose of calmol?")
    expect(page.get_by_text("For this patient, as the answers stand.")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile(r"^\[1\]")).first).to_be_visible()
