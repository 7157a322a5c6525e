"""A clinician reads a guideline in Chromium: layer by layer, to the source and back, on a phone, in the dark, on paper."""

import re

import pytest
from playwright.sync_api import expect

from guidelines import packages, review
from tests import databases, gout
from tests.browser.accessibility import assert_accessible, assert_accessible_in_both_lights
from tests.factories import user
from tests.factories.edition import NOW
from tests.unit.advisor.paper import desk


PHONE = {"viewport": {"width": 390, "height": 844}}
OPEN_ALL = "document.querySelectorAll('details').forEach(one => one.open = true)"


@pytest.fixture(scope="session")
def stocked(stocked, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        with databases.pointed_at(stocked):
            name = databases.duplicate(tmp_path_factory.mktemp("reading"))
        with databases.pointed_at(name):
            loaded = packages.load(gout.PACKAGE, by=None, at=NOW).guideline
            review.submit(loaded, by=user.Editor(), at=NOW)
        yield name
        databases.drop(name)


def given_the_guideline(page):
    page.goto("/")
    page.get_by_role("link", name="Gout flare in primary care").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("?")


def when_a_part_is_opened(page, title):
    page.get_by_role("heading", level=2, name=title).click()


def then_nothing_overflows(page):
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_from_the_bottom_line_to_the_dose_to_the_source_and_back(browse):
    page = browse("clinician")
    given_the_guideline(page)
    assert_accessible_in_both_lights(page)
    expect(page.get_by_text("Status: Submitted").first).to_be_visible()
    when_a_part_is_opened(page, "First-line treatment")
    page.get_by_role("heading", level=3, name="Colchicine, low dose").click()
    page.get_by_role("link", name=re.compile("in full")).first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.evaluate(OPEN_ALL)
    assert_accessible_in_both_lights(page)
    citation = page.locator(".citation").first
    number = citation.inner_text().strip("[]")
    citation.click()
    expect(page.locator(f"#ref-{number}")).to_be_in_viewport()
    page.get_by_role("link", name=f"Back to where reference {number} is first cited", exact=True).click()
    expect(page).to_have_url(re.compile(f"#cite-{number}$"))


def test_every_part_opened_at_once(browse):
    page = browse("clinician")
    given_the_guideline(page)
    page.evaluate(OPEN_ALL)
    assert_accessible_in_both_lights(page)
    expect(page.get_by_role("link", name=re.compile("^doi ")).first).to_have_attribute(
        "href", re.compile("^https://doi")
    )


def test_on_a_phone_without_javascript(browse):
    page = browse("clinician", java_script_enabled=False, **PHONE)
    given_the_guideline(page)
    when_a_part_is_opened(page, "Where the sources disagree")
    page.get_by_role("heading", level=3).filter(has_text="?").first.click()
    assert page.locator("html").evaluate("e => e.scrollWidth") <= 390
    page.get_by_text("On this page").click()
    page.get_by_role("link", name="References").click()
    expect(page.get_by_text("record seen:").first).to_be_in_viewport()


@pytest.mark.parametrize("path", ["", "treatments/colchicine_low_dose/", "search/?q=kidney", "editions/1/changes/"])
def test_nothing_is_wider_than_a_phone(browse, path):
    page = browse("clinician", **PHONE)
    page.goto(f"/guidelines/gout-flare/{path}")
    then_nothing_overflows(page)
    assert_accessible(page)


def test_a_misspelt_medicine_is_found_from_the_home_page(browse):
    page = browse("clinician")
    page.goto("/")
    page.get_by_role("searchbox", name="Search this guideline").fill("kolchicine dialysis")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_text("this is what was found for")).to_contain_text("colchicine")
    assert_accessible(page)
    page.get_by_role("link", name=re.compile("dialysis")).first.click()
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_search_without_a_hit_says_where_to_look(browse):
    page = browse("clinician")
    page.goto("/guidelines/gout-flare/search/?q=zzzz")
    expect(page.get_by_text("Nothing in this edition speaks of")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Pitfalls").click()
    expect(page.locator("#pitfalls")).to_be_in_viewport()


def test_the_editorial_policy(browse):
    page = browse("clinician")
    given_the_guideline(page)
    page.get_by_role("link", name="editorial policy").click()
    expect(page.get_by_role("heading", level=1, name="Editorial policy")).to_be_visible()
    page.evaluate(OPEN_ALL)
    assert_accessible(page)


def test_on_paper_every_layer_is_printed_and_nothing_else(browse):
    page = browse("clinician")
    given_the_guideline(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Contents")).to_be_hidden()
    expect(page.get_by_role("button", name="Start a consultation")).to_be_hidden()
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.get_by_text("Educational purpose only").first).to_be_visible()
    statement = page.locator("#pitfalls .statement").first
    assert statement.evaluate("one => one.checkVisibility({contentVisibilityAuto: true})")


def test_on_paper_the_last_layer_is_printed_too_and_every_page_says_that_nobody_approved_it(browse):
    page = browse("clinician")
    given_the_guideline(page)
    disagreement = page.locator("#disagreements .disagreement").first
    assert disagreement.get_attribute("open") is None
    side = disagreement.locator(".disagreement-sides p").first.text_content()
    printed = [desk.squeezed(text) for text in desk.pages(page.pdf(prefer_css_page_size=True))]
    assert desk.squeezed(side) in "".join(printed)
    assert all("Notapproved" in text for text in printed)


@pytest.mark.parametrize("options", [{}, PHONE | {"java_script_enabled": False}], ids=["desktop", "phone"])
def test_whoever_says_what_they_are_gets_their_own_order(browse, options):
    page = browse("clinician", **options)
    page.goto("/")
    question = page.get_by_role("region", name="Which best describes you?")
    if not options:
        assert_accessible(page)
    question.get_by_role("button", name="Pharmacist or nurse").click()
    expect(question).to_have_count(0)
    page.goto("/guidelines/gout-flare/treatments/colchicine_low_dose/")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Interactions")
    when_they_change_it_in_the_header(page, "Student")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("For whom")
    expect(page.get_by_text("Reading as: Student")).to_be_visible()
    assert page.locator("html").evaluate("e => e.scrollWidth <= window.innerWidth")


def when_they_change_it_in_the_header(page, reader):
    page.get_by_text("Reading as:").click()
    page.get_by_role("banner").get_by_role("button", name=reader).click()
