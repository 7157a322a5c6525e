"""Editing, as an editor does it in the browser."""

import pytest
from django.db import transaction
from playwright.sync_api import expect

from guidelines.models import Alert, DoseRange
from tests.browser.accessibility import assert_accessible, assert_accessible_in_both_lights
from tests.factories import guideline
from tests.unit.guidelines.admin.desk import address, listing


@pytest.fixture
def hiccups(served):
    with transaction.atomic():
        return guideline.make()


@pytest.fixture
def page(hiccups, browse):
    return browse("editor")


def test_an_editor_changes_a_dose_and_sees_it(page):
    given_the_list_of_doses(page)
    page.get_by_role("link", name="calmol_light").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Change dose range")
    assert_accessible(page)
    when_they_set(page, "At most:", "7.5")
    then_the_page_says(page, "was changed successfully")
    expect(page.get_by_role("row", name="calmol_light")).to_contain_text("at most 7.5 mg/day")


def test_an_overlap_is_refused_in_words(page):
    page.goto(address(DoseRange(pk="calmol_light")))
    when_they_set(page, "Band to:", "60")
    then_the_page_says(page, "Dose range “calmol_heavy”: overlaps the band below it: 60 is above 50.")
    assert_accessible(page)


def test_the_guideline_shows_where_it_stands_and_is_submitted(page, hiccups):
    page.goto(address(hiccups))
    then_the_page_says(page, "Nothing stands against submitting it.")
    assert_accessible(page)
    page.get_by_role("button", name="Rehearse").click()
    then_the_page_says(page, "cases get the advice that they must get.")
    assert_accessible(page)
    page.get_by_role("link", name="Persistent hiccups").click()
    page.get_by_role("link", name="Submit for review").click()
    then_the_page_says(page, "freezes the working copy")
    assert_accessible(page)
    page.get_by_role("button", name="Yes, submit it for review").click()
    then_the_page_says(page, "Edition 1 was submitted for review.")


def test_an_editor_searches_for_a_row_by_what_it_says(page):
    page.goto("/admin/guidelines/option/add/")
    page.get_by_role("combobox", name="Treatment").click()
    page.keyboard.type("glass")
    page.get_by_role("option", name="water · A glass of water").click()
    expect(page.get_by_role("combobox", name="Treatment")).to_contain_text("water · A glass of water")
    assert_accessible(page)


def test_all_columns_of_a_list_stand_beside_its_filter(hiccups, browse):
    page = browse("editor", viewport={"width": 1280, "height": 860})
    page.goto(listing(Alert))
    table, filters = page.locator(".results").bounding_box(), page.locator("#changelist-filter").bounding_box()
    assert page.locator(".results").evaluate("one => one.scrollWidth <= one.clientWidth")
    assert table["x"] + table["width"] <= filters["x"]


def test_an_editor_adds_a_step_to_a_titration(page):
    page.goto(address(DoseRange(pk="calmol_light")))
    page.get_by_role("button", name="Add another Titration step").click()
    step = page.locator("#titration-0")
    step.get_by_label("From day").fill("3")
    step.get_by_label("Daily dose").fill("5")
    assert_accessible(page)
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name="calmol_light").first.click()
    expect(page.get_by_role("row", name="day 3: 5")).to_be_visible()


def test_a_population_is_read_back_in_plain_english(page):
    page.goto("/admin/guidelines/population/child/change/")
    page.get_by_role("row", name="age lt").get_by_label("Number").fill("16")
    page.get_by_role("button", name="Save", exact=True).click()
    then_the_page_says(page, "In plain English: Age below 16 years.")


def test_a_population_is_read_while_it_is_typed(page):
    page.goto("/admin/guidelines/population/child/change/")
    then_the_page_says(page, "Age below 18 years.")
    number = page.get_by_role("row", name="age lt").get_by_label("Number")
    number.fill("16")
    then_the_page_says(page, "Age below 16 years.")
    number.fill("")
    then_the_page_says(page, "Line 1: A comparison needs a number")
    assert_accessible(page)
    page.reload()
    then_the_page_says(page, "Age below 18 years.")


def test_a_population_is_read_without_scripts(hiccups, browse):
    page = browse("editor", java_script_enabled=False)
    page.goto("/admin/guidelines/population/child/change/")
    page.get_by_role("row", name="age lt").get_by_label("Number").fill("16")
    page.get_by_role("button", name="Show in plain English").click()
    then_the_page_says(page, "Age below 16 years.")


def test_the_enter_key_saves_a_population(page):
    page.goto("/admin/guidelines/population/child/change/")
    page.get_by_label("Name:").press("Enter")
    then_the_page_says(page, "was changed successfully")


def test_two_editors_meet_on_one_row(hiccups, browse):
    page, other = browse("editor"), browse("editor")
    for one in (page, other):
        one.goto(address(DoseRange(pk="calmol_light")))
    when_they_set(other, "At most:", "7.5")
    when_they_set(page, "At most:", "8")
    expect(page.get_by_role("heading", name="This was changed while you had it open")).to_be_visible()
    expect(page.get_by_role("row", name="At most")).to_have_text("At most 10 7.5 8", use_inner_text=True)
    assert_accessible(page)
    page.get_by_label("I have read what changed").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("row", name="calmol_light")).to_contain_text("at most 8 mg/day")


def test_a_row_leads_to_where_it_is_used(page):
    page.goto("/admin/guidelines/drug/")
    page.get_by_role("row", name="soothol").get_by_role("link", name="2 rows").click()
    used = page.get_by_role("region", name="Where it is used")
    used.get_by_role("link", name="soothers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Change drug class")


def test_the_working_copy_is_previewed_under_a_watermark(page, hiccups):
    page.goto(address(hiccups))
    page.get_by_role("link", name="Preview").click()
    then_the_page_says(page, "Preview: working copy, not approved, not for patients")
    assert_accessible(page)
    page.get_by_label("A case of the guideline").select_option("V01")
    page.get_by_role("button", name="Show the recommendation").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Persistent hiccups: recommendation")
    then_the_page_says(page, "Preview: working copy, not approved, not for patients")
    assert_accessible(page)
    page.emulate_media(media="print")
    then_the_page_says(page, "Preview: working copy, not approved, not for patients")


@pytest.mark.parametrize("path", ["/admin/", "/admin/guidelines/guideline/hiccups/change/", "/preview/hiccups/"])
def test_it_can_be_used_on_a_phone(hiccups, browse, path):
    page = browse("editor", viewport={"width": 390, "height": 800})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert_accessible(page)


def test_a_list_on_a_phone_scrolls_in_its_box_and_breaks_no_word(hiccups, browse):
    page = browse("editor", viewport={"width": 390, "height": 800})
    page.goto("/admin/guidelines/guideline/")
    cells = page.locator("#result_list tbody :is(td, th):not(.field-code)")
    assert set(cells.evaluate_all("all => all.map(e => getComputedStyle(e).overflowWrap)")) == {"break-word"}
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_pages_of_the_admin_are_readable(hiccups, browse):
    page = browse("editor")
    for path in ("/admin/", listing(DoseRange), address(DoseRange(pk="calmol_heavy")), address(hiccups)):
        page.goto(path)
        assert_accessible_in_both_lights(page)


def given_the_list_of_doses(page):
    page.goto("/admin/")
    page.get_by_role("link", name="Dose ranges").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Select dose range to change")
    assert_accessible(page)


def when_they_set(page, label, value):
    page.get_by_label(label).fill(value)
    page.get_by_role("button", name="Save", exact=True).click()


def then_the_page_says(page, text):
    expect(page.get_by_text(text).first).to_be_visible()
