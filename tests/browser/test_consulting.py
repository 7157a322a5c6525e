"""A clinician consults in Chromium: the whole way, on a phone, without JavaScript, on paper, and past every mistake."""

import re

import pytest
from playwright.sync_api import expect

from tests import databases
from tests.browser.accessibility import assert_accessible, assert_accessible_in_both_lights
from tests.factories import consultation, user


@pytest.fixture(scope="session")
def stocked(stocked, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        with databases.pointed_at(stocked):
            name = databases.duplicate(tmp_path_factory.mktemp("consulting"))
        with databases.pointed_at(name):
            consultation.make(by=user.models.User.objects.get(email="clinician@example.org"))
        yield name
        databases.drop(name)


def test_the_whole_way(browse):
    page = browse("clinician")
    page.goto("/")
    assert_accessible_in_both_lights(page)
    page.get_by_role("link", name="Persistent hiccups").click()
    expect(page.get_by_role("button", name="Start a consultation")).to_be_visible()
    assert_accessible_in_both_lights(page)
    page.get_by_role("button", name="Start a consultation").click()
    when_the_patient_is_described(page)
    assert_accessible_in_both_lights(page)
    when_the_signs_are_described(page)
    then_the_summary_shows(page, "80 kg")
    assert_accessible_in_both_lights(page)
    when_the_recommendation_is_asked_for(page)
    then_the_bottom_line_names(page, "Calmol")
    expect(page.get_by_text("Educational purpose only").first).to_be_visible()
    assert_accessible_in_both_lights(page)
    when_they_look_among_past_consultations(page)
    then_the_bottom_line_names(page, "Calmol")


def test_on_a_phone_without_javascript(browse):
    page = browse("clinician", viewport={"width": 390, "height": 844}, java_script_enabled=False)
    given_the_first_questions(page)
    when_the_patient_is_described(page)
    when_the_signs_are_described(page)
    then_nothing_is_wider_than_the_screen(page)
    when_the_recommendation_is_asked_for(page)
    then_the_bottom_line_names(page, "Calmol")
    then_nothing_is_wider_than_the_screen(page)


def test_a_mistake_is_said_above_the_form_and_leads_to_its_question(browse):
    page = browse("clinician")
    given_the_first_questions(page)
    page.get_by_role("textbox", name="Number").first.fill("1.000")
    when_they_continue(page)
    expect(page).to_have_title(re.compile("^Error:"))
    assert_accessible(page)
    page.get_by_role("link", name="How old is the patient? “1.000” can be read").click()
    expect(question(page, "age").get_by_role("textbox")).to_be_focused()
    expect(question(page, "age").get_by_role("textbox")).to_have_value("1.000")


def test_an_unusual_value_must_be_confirmed(browse):
    page = browse("clinician")
    given_the_first_questions(page)
    question(page, "weight").get_by_role("textbox").fill("28")
    when_they_continue(page)
    expect(question(page, "weight")).to_contain_text("28 kg is unusual")
    assert_accessible(page)
    question(page, "weight").get_by_label("I confirm this value").check()
    when_they_continue(page)
    expect(question(page, "weight")).not_to_contain_text("unusual (")


def test_an_alert_stands_alone_until_it_is_acknowledged(browse):
    page = browse("clinician")
    given_the_first_questions(page)
    when_the_patient_is_described(page)
    when_the_signs_are_described(page, choking="Yes")
    when_the_recommendation_is_asked_for(page)
    expect(page.get_by_text("Clear the airway.")).to_be_visible()
    expect(page.get_by_text("Calmol")).to_have_count(0)
    assert_accessible(page)
    page.get_by_role("button", name="I have seen this").click()
    then_the_bottom_line_names(page, "Calmol")


def test_medicines_are_found_by_any_name(browse):
    page = browse("clinician")
    given_the_first_questions(page)
    medicines = question(page, "medicines")
    medicines.get_by_text("Soothers").click()
    expect(medicines.get_by_label("Calmol Stillit, CLM")).to_be_visible()
    assert_accessible(page)


def test_earlier_treatments_are_added_row_by_row(browse):
    page = browse("clinician")
    given_the_first_questions(page)
    when_the_patient_is_described(page)
    tried = question(page, "tried")
    tried.get_by_label("Yes").check()
    tried.get_by_label("Treatment").select_option("calmol")
    tried.get_by_role("button", name="Add another").click()
    expect(tried.get_by_label("Treatment", exact=True)).to_have_count(2)
    expect(tried.get_by_label("Treatment", exact=True).first).to_have_value("calmol")
    assert_accessible(page)


def test_the_enter_key_continues_and_adds_no_row(browse):
    page = browse("clinician")
    given_the_first_questions(page)
    when_the_patient_is_described(page)
    page.get_by_label("Weeks").press("Enter")
    expect(page).to_have_title(re.compile("^Error:"))
    expect(page.get_by_label("Weeks")).to_have_count(1)


def test_back_loses_nothing(browse):
    page = browse("clinician")
    given_the_first_questions(page)
    when_the_patient_is_described(page)
    page.get_by_role("button", name="Back").click()
    expect(question(page, "weight").get_by_role("textbox")).to_have_value("80")
    assert_accessible(page)


def test_on_paper_the_sheet_stands_without_the_frame(browse):
    page = browse("clinician")
    given_a_recommendation(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.get_by_text("Educational purpose only").first).to_be_visible()
    expect(page.get_by_text("Ask about sleep.")).to_be_visible()
    expect(page.get_by_text("Hiccups reviewed")).to_be_visible()
    expect(page.get_by_text(re.compile(r"Edition 1 \([0-9a-f]{64}\)"))).to_be_visible()
    assert_accessible(page)


def test_references_lead_there_and_back(browse):
    page = browse("clinician")
    given_a_recommendation(page)
    page.get_by_role("link", name="[1]").first.click()
    expect(page.locator("#ref-1")).to_be_visible()
    page.get_by_role("link", name="Back to where reference 1").click()
    expect(page.locator("#cite-1")).to_be_visible()


def given_the_first_questions(page):
    page.goto("/")
    page.get_by_role("button", name="New consultation").click()
    expect(page.get_by_role("heading", level=1, name="The patient")).to_be_visible()


def given_a_recommendation(page):
    page.goto("/consultations/")
    page.get_by_role("row").last.get_by_role("link").click()
    then_the_bottom_line_names(page, "Calmol")


def when_the_patient_is_described(page):
    question(page, "age").get_by_role("textbox").fill("40")
    question(page, "weight").get_by_role("textbox").fill("80")
    question(page, "sex").get_by_label("Male", exact=False).last.check()
    question(page, "medicines").get_by_label("The list is complete").check()
    when_they_continue(page)
    expect(page.get_by_role("heading", level=1, name="Signs and history")).to_be_visible()


def when_the_signs_are_described(page, choking="No"):
    question(page, "choking").get_by_label(choking, exact=True).check()
    question(page, "days").get_by_role("textbox").fill("2")
    question(page, "tried").get_by_label("No, none").check()
    when_they_continue(page)
    expect(page.get_by_role("heading", level=1, name="Check the answers")).to_be_visible()


def when_they_continue(page):
    page.get_by_role("button", name="Save and continue").click()


def when_the_recommendation_is_asked_for(page):
    page.get_by_role("button", name="Get the recommendation").last.click()


def when_they_look_among_past_consultations(page):
    page.get_by_role("link", name="Past consultations").click()
    expect(page.get_by_role("heading", level=1, name="Past consultations")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("row").last.get_by_role("link").click()


def then_the_summary_shows(page, words):
    expect(page.get_by_text(words)).to_be_visible()


def then_the_bottom_line_names(page, treatment):
    expect(page.get_by_role("region", name="Bottom line")).to_contain_text(treatment)


def then_nothing_is_wider_than_the_screen(page):
    assert page.locator("main").bounding_box()["width"] <= 390
    assert page.locator("html").evaluate("e => e.scrollWidth") <= 390


def question(page, code):
    return page.locator(f"#q-{code}")
