"""A guideline of another specialty in Chromium: the same wizard, sheet, paper and phone, and nothing of its own."""

import re

import pytest
from playwright.sync_api import expect

from guidelines import packages, review
from tests import databases, gout
from tests.browser.accessibility import assert_accessible
from tests.factories import user
from tests.factories.edition import NOW


@pytest.fixture(scope="session")
def stocked(stocked, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        with databases.pointed_at(stocked):
            name = databases.duplicate(tmp_path_factory.mktemp("gout"))
        with databases.pointed_at(name):
            loaded = packages.load(gout.PACKAGE, by=None, at=NOW).guideline
            review.submit(loaded, by=user.Editor(), at=NOW)
        yield name
        databases.drop(name)


def test_the_whole_way(browse):
    page = browse("clinician")
    given_the_first_questions(page)
    when_every_page_is_answered(page, gout.HEALTHY)
    expect(page.get_by_text("163.5 cm")).to_be_visible()
    when_the_recommendation_is_asked_for(page)
    then_the_bottom_line_names(page, "Naproxen", "Colchicine, low dose", "Prednisolone")
    expect(page.get_by_text("Which medicine should come first?")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.get_by_text("Educational purpose only").first).to_be_visible()


def test_a_burdened_patient_on_a_phone(browse):
    page = browse("clinician", viewport={"width": 390, "height": 844})
    given_the_first_questions(page)
    when_every_page_is_answered(page, gout.BURDENED)
    when_the_recommendation_is_asked_for(page)
    then_the_bottom_line_names(page, "Prednisolone")
    expect(page.get_by_role("region", name="Bottom line")).not_to_contain_text("Naproxen")
    assert page.locator("html").evaluate("e => e.scrollWidth") <= 390


def test_a_value_is_worked_out_while_its_inputs_are_typed(browse):
    page = browse("clinician")
    given_the_first_questions(page)
    when_the_page_is(page, "organs")
    expect(worked_out(page)).to_have_count(0)
    when_the_body_is_described(page)
    expect(worked_out(page)).to_contain_text("Creatinine clearance")
    expect(worked_out(page)).to_contain_text(re.compile("still needs: .*age"))
    assert_accessible(page)


def test_without_javascript_a_value_is_worked_out_on_demand(browse):
    page = browse("clinician", java_script_enabled=False)
    page.goto("/")
    page.get_by_role("button", name="New consultation").click()
    when_the_page_is(page, "organs")
    when_the_body_is_described(page)
    page.get_by_role("button", name="Work out what follows").click()
    expect(worked_out(page)).to_contain_text("Creatinine clearance")
    expect(page.locator("#q-height").get_by_role("textbox")).to_have_value("163.5")


def test_a_medicine_is_ticked_by_typing_its_brand(browse):
    page = browse("clinician")
    given_the_first_questions(page)
    when_the_page_is(page, "medicines")
    medicines = page.locator("#q-medicines")
    medicines.get_by_role("searchbox").fill("warf")
    medicines.get_by_role("searchbox").press("Enter")
    expect(medicines.get_by_role("button", name="Untick warfarin")).to_be_visible()
    expect(medicines.get_by_role("status")).to_have_text("Ticked: warfarin")
    assert_accessible(page)
    medicines.get_by_role("button", name="Untick warfarin").click()
    expect(medicines.get_by_role("searchbox")).to_be_focused()
    expect(medicines.get_by_role("button", name="Untick warfarin")).to_have_count(0)


def given_the_first_questions(page):
    page.goto("/")
    page.get_by_role("link", name="Gout flare in primary care").click()
    expect(page.get_by_role("button", name="Start a consultation")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Start a consultation").click()
    expect(page.get_by_role("heading", level=1, name="Patient")).to_be_visible()


def when_every_page_is_answered(page, answers):
    for _ in gout.book().rulebook.topics:
        for fieldset in page.locator("[id^=q-]").all():
            code = fieldset.get_attribute("id").removeprefix("q-")
            if code in gout.book().facts:
                when_a_question_is_answered(fieldset, gout.book().facts[code], answers[code])
        if page.viewport_size["width"] > 390:
            assert_accessible(page)
        page.get_by_role("button", name="Save and continue").click()
        if page.get_by_role("heading", level=1, name="Check the answers").is_visible():
            return
    expect(page.get_by_role("heading", level=1, name="Check the answers")).to_be_visible()


def when_a_question_is_answered(fieldset, fact, answer):
    if fact.kind == "number":
        value, unit = (answer["value"], answer["unit"]) if isinstance(answer, dict) else (answer, None)
        fieldset.get_by_role("textbox").fill(str(value))
        if unit:
            fieldset.get_by_role("combobox").select_option(unit)
    elif fact.kind == "members":
        for code in answer.keys() - {"complete"}:
            tick(fieldset, code)
        fieldset.get_by_label("The list is complete").check()
    elif fact.kind == "trials":
        fieldset.get_by_label("No, none").check()
    else:
        value = {True: "yes", False: "no"}.get(answer, answer)
        fieldset.locator(f'input[type="radio"][value="{value}"]').check()


def tick(fieldset, code):
    box = f'input[type="checkbox"][value="{code}"]'
    group = fieldset.locator(f"details:not([open]):has({box})")
    if group.count():
        group.locator("summary").click()
    fieldset.locator(box).check()


def when_the_recommendation_is_asked_for(page):
    assert_accessible(page)
    page.get_by_role("button", name="Get the recommendation").last.click()


def then_the_bottom_line_names(page, *treatments):
    for treatment in treatments:
        expect(page.get_by_role("region", name="Bottom line")).to_contain_text(re.compile(treatment))
    assert_accessible(page)


def when_the_page_is(page, topic):
    page.goto(page.url.replace("/patient/", f"/{topic}/"))


def when_the_body_is_described(page):
    page.locator("#q-weight").get_by_role("textbox").fill("60")
    page.locator("#q-height").get_by_role("textbox").fill("163.5")


def worked_out(page):
    return page.get_by_role("region", name="Worked out so far")
