"""A clinician at the questions in Chromium: by the keyboard alone, with numbers questioned where they are typed, pausing, and in two tabs."""

import re

import pytest
from playwright.sync_api import expect

from tests import bedside, databases
from tests.browser.accessibility import assert_accessible, assert_accessible_in_both_lights


@pytest.fixture(scope="session")
def stocked(stocked, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        with databases.pointed_at(stocked):
            name = databases.duplicate(tmp_path_factory.mktemp("wizard"))
        with databases.pointed_at(name):
            bedside.edition()
        yield name
        databases.drop(name)


def test_the_whole_way_by_the_keyboard_alone(browse):
    page = given_the_first_questions(browse("clinician"))
    expect(question(page, "age").get_by_role("textbox")).to_be_focused()
    when_these_are_pressed(page, "4", "0", "Tab", "Tab", "8", "0", "Tab", "Tab", "Tab", "m", "Tab")
    expect(page.get_by_role("radio", name="Male (At birth.)")).to_be_checked()
    when_these_are_pressed(page, "Tab", "Tab", "Tab", "n", "Enter")
    expect(page.get_by_role("heading", level=1, name="Signs and history")).to_be_visible()
    expect(question(page, "choking").get_by_role("radio").first).to_be_focused()
    when_these_are_pressed(page, "n", "Tab", "2", "Tab", "Tab", "n", "Enter")
    expect(page.get_by_role("button", name="Get the recommendation").first).to_be_focused()
    when_these_are_pressed(page, "Enter")
    expect(page.get_by_role("region", name="Bottom line")).to_contain_text("Calmol")


def test_a_page_begins_at_its_first_open_question_and_a_mistaken_one_at_its_faults(browse):
    page = given_the_first_questions(browse("clinician"))
    expect(question(page, "age").get_by_role("textbox")).to_be_focused()
    expect(page.get_by_role("form", name="The patient")).to_have_accessible_description("Ask the patient.")
    when_these_are_pressed(page, "Enter")
    expect(page).to_have_title(re.compile("^Error:"))
    expect(page.get_by_role("alert", name="Please mend these answers")).to_be_focused()
    expect(question(page, "age").get_by_role("textbox")).to_have_accessible_description(re.compile("Give the number"))
    assert_accessible_in_both_lights(page)


def test_an_odd_number_is_questioned_where_it_is_typed(browse):
    page = given_the_first_questions(browse("clinician"))
    weight = question(page, "weight")
    weight.get_by_role("textbox").fill("28")
    expect(weight.get_by_role("status")).to_contain_text("28 kg is unusual (usually 30 to 250 kg)")
    expect(weight.get_by_label("I confirm this value")).to_be_visible()
    assert_accessible_in_both_lights(page)
    weight.get_by_role("textbox").fill("2800")
    expect(weight.get_by_role("status")).to_contain_text("implausible")
    expect(weight.get_by_label("I confirm this value")).to_be_hidden()
    weight.get_by_role("textbox").fill("80")
    expect(weight.get_by_role("status")).to_be_empty()


def test_a_number_typed_before_the_script_has_come_is_questioned_too(browse):
    page, held = browse("clinician"), []
    page.route(re.compile(r"/js/wizard"), lambda route: held.append(route))
    page.goto("/")
    page.get_by_role("button", name="New consultation").click(no_wait_after=True)
    question(page, "weight").get_by_role("textbox").fill("28")
    held[0].continue_()
    expect(question(page, "weight").get_by_role("status")).to_contain_text("28 kg is unusual")


def test_why_a_question_is_asked_is_said_beside_it(browse):
    page = given_the_first_questions(browse("clinician"))
    expect(question(page, "weight").get_by_text("the dose of: Calmol")).to_be_hidden()
    page.get_by_role("button", name="Why is each of these asked?").click()
    expect(question(page, "weight").get_by_text("the dose of: Calmol")).to_be_visible()
    assert_accessible(page)


def test_pausing_keeps_everything_and_comes_back(browse):
    page = given_the_first_questions(browse("clinician"))
    question(page, "age").get_by_role("textbox").fill("41")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_text("14 days left")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("region", name="Paused consultations").get_by_role("link").click()
    page.get_by_role("link", name="Answer on").click()
    expect(question(page, "age").get_by_role("textbox")).to_have_value("41")
    page.goto("/")
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_text("Discarded.")).to_be_visible()
    expect(page.get_by_role("region", name="Paused consultations")).to_have_count(0)


def test_what_was_typed_comes_back_after_the_sitting_ended(browse):
    page = given_the_first_questions(browse("clinician"))
    with page.expect_response(re.compile("/so-far/$")):
        question(page, "age").get_by_role("textbox").fill("41")
    again = browse("clinician")
    again.goto(page.url)
    expect(question(again, "age").get_by_role("textbox")).to_have_value("41")
    expect(again.get_by_text("What you typed here and did not save")).to_be_visible()
    assert_accessible(again)


def test_two_tabs_are_told_of_each_other(browse):
    page = given_the_first_questions(browse("clinician"))
    other = page.context.new_page()
    other.goto(page.url)
    when_the_patient_is(page, "40")
    when_the_patient_is(other, "50")
    expect(other.get_by_role("alert", name="Please mend")).to_contain_text(
        "Saved elsewhere since this page was shown: 40 years"
    )
    expect(question(other, "age").get_by_role("textbox")).to_have_value("50")
    assert_accessible(other)


@pytest.mark.parametrize("width", [390, 640])
def test_nothing_is_wider_than_a_phone_or_a_screen_at_twice_its_size(browse, width):
    page = given_the_first_questions(browse("clinician", viewport={"width": width, "height": 700}))
    page.get_by_role("button", name="Save and continue").click()
    page.get_by_text("questions left out so far").click()
    page.get_by_role("button", name="Why is each of these asked?").click()
    assert page.locator("html").evaluate("e => e.scrollWidth") <= width
    assert_accessible(page)


def given_the_first_questions(page):
    page.goto("/")
    page.get_by_role("button", name="New consultation").click()
    expect(page.get_by_role("heading", level=1, name="The patient")).to_be_visible()
    page.wait_for_load_state()  # the letters are the script's
    return page


def when_the_patient_is(page, age):
    question(page, "age").get_by_role("textbox").fill(age)
    question(page, "weight").get_by_label("Not known").check()
    question(page, "sex").get_by_label("Not known").check()
    question(page, "medicines").get_by_label("The list is complete").check()
    page.get_by_role("button", name="Save and continue").click()


def when_these_are_pressed(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def question(page, code):
    return page.locator(f"#q-{code}")


def test_who_answers_that_nothing_was_tried_is_not_asked_what_it_was(browse):
    page = given_the_first_questions(browse("clinician"))
    when_these_are_pressed(page, "4", "0", "Tab", "Tab", "8", "0", "Tab", "Tab", "Tab", "m", "Tab")
    when_these_are_pressed(page, "Tab", "Tab", "Tab", "n", "Enter")
    tried = question(page, "tried")
    expect(tried.get_by_label("Weeks")).to_be_visible()
    tried.get_by_label("No, none").check()
    expect(tried.get_by_label("Weeks")).to_be_hidden()
    expect(tried.get_by_role("button", name="Add another treatment")).to_be_hidden()
    tried.get_by_label("Yes").check()
    tried.get_by_label("Treatment", exact=True).select_option(index=1)
    tried.get_by_label("No, none").check()
    expect(tried.get_by_label("Weeks")).to_be_visible()
