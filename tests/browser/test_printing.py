"""A clinician prints a consultation from Chromium: the sheet alone on the screen as on paper, also without JavaScript."""

import re

import pytest
from django.db import transaction
from playwright.sync_api import expect

from advisor.accounts.models import User
from tests import databases
from tests.browser.accessibility import assert_accessible
from tests.factories import consultation
from tests.unit.advisor.paper import desk


@pytest.fixture(scope="session")
def stocked(stocked, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        with databases.pointed_at(stocked):
            name = databases.duplicate(tmp_path_factory.mktemp("printing"))
        with databases.pointed_at(name):
            consultation.make(by=User.objects.get(email="clinician@example.org"))
        yield name
        databases.drop(name)


@pytest.mark.parametrize("options", [{}, {"viewport": {"width": 390, "height": 844}, "java_script_enabled": False}])
def test_the_sheet_stands_alone_and_says_how_to_print_it(browse, options):
    page = browse("clinician", **options)
    page.goto("/consultations/")
    page.get_by_role("link", name=re.compile("UTC$")).click()
    page.get_by_role("link", name="Print this sheet").click()
    expect(page.get_by_text("print it with your browser")).to_be_visible()
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.get_by_text(re.compile("leaf [0-9a-f]{64}"))).to_be_visible()
    assert page.locator("html").evaluate("e => e.scrollWidth <= window.innerWidth")
    if not options:
        assert_accessible(page)
    page.emulate_media(media="print")
    expect(page.get_by_text("print it with your browser")).to_be_hidden()
    expect(page.get_by_text(re.compile("leaf [0-9a-f]{64}"))).to_be_visible()
    page.emulate_media(media="screen")
    page.get_by_role("link", name="Back to the consultation").click()
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()


def given_the_sheet_to_print(page):
    page.goto("/consultations/")
    page.get_by_role("link", name=re.compile("UTC$")).click()
    page.get_by_role("link", name="Print this sheet").click()


def test_every_printed_page_says_that_nobody_approved_it_and_how_to_check_it(browse):
    page = browse("clinician")
    given_the_sheet_to_print(page)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    printed = desk.pages(page.pdf(prefer_css_page_size=True))
    assert len(printed) > 1
    for text in map(desk.squeezed, printed):
        assert "Notapproved" in text
        assert "Edition1·Submitted" in text
        assert re.search("/check/[0-9a-f-]{36}/\\?digest=[0-9a-f]{16}", text)


def test_what_is_lacking_is_printed_as_the_questions_to_take_along(browse):
    with transaction.atomic():
        lacking = consultation.make(by=User.objects.get(email="clinician@example.org"), key="another", weight=None)
    page = browse("clinician")
    page.goto(f"/consultations/{lacking.pk}/lacking/")
    printed = "".join(map(desk.squeezed, desk.pages(page.pdf(prefer_css_page_size=True))))
    assert "Whatdoesthepatientweigh?" in printed
    assert "Getanewrecommendation" not in printed


def test_the_text_for_the_record_is_copied_at_one_click(browse):
    page = browse("clinician", permissions=["clipboard-read", "clipboard-write"])
    given_the_sheet_to_print(page)
    page.get_by_role("link", name="Text for the record").click()
    expect(page.get_by_role("heading", level=1, name="Text for the record")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("status")).to_have_text("Copied.")
    assert "Treatment: Calmol; Start: 10 mg/day" in page.evaluate("navigator.clipboard.readText()")


def test_without_javascript_the_text_is_there_to_select(browse):
    page = browse("clinician", java_script_enabled=False, viewport={"width": 390, "height": 844})
    given_the_sheet_to_print(page)
    page.get_by_role("link", name="Text for the record").click()
    expect(page.get_by_label("What to do, with doses and cautions")).to_have_value(
        re.compile("Treatment: Calmol; Start: 10 mg/day")
    )
    expect(page.get_by_role("button", name="Copy")).to_be_hidden()


def test_a_stranger_checks_a_paper_by_typing_its_figures(browse):
    page = browse("clinician")
    given_the_sheet_to_print(page)
    key, digest = re.search("/check/([0-9a-f-]{36})/\\?digest=([0-9a-f]{16})", page.content()).groups()
    stranger = browse(viewport={"width": 390, "height": 844})
    stranger.goto("/check/")
    assert_accessible(stranger)
    stranger.get_by_label("Number").fill(key)
    stranger.get_by_label("Advice digest").fill(digest)
    stranger.get_by_role("button", name="Check").click()
    expect(stranger.get_by_role("heading", level=1, name="Persistent hiccups")).to_be_visible()
    expect(stranger.get_by_text("Status today: Submitted")).to_be_visible()
    assert stranger.locator("html").evaluate("e => e.scrollWidth") <= 390
    assert_accessible(stranger)


def test_a_leaflet_is_chosen_read_and_printed(browse):
    page = browse("clinician", viewport={"width": 390, "height": 844})
    given_the_sheet_to_print(page)
    page.get_by_role("link", name="Leaflet for the patient").click()
    expect(page.get_by_role("heading", level=1, name="Leaflets for the patient")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Calmol").click()
    expect(page.get_by_role("heading", level=1, name="Calmol: what you need to know")).to_be_visible()
    expect(page.get_by_role("region", name="How to take it")).to_contain_text("Never more than: 40 mg a day")
    assert page.locator("html").evaluate("e => e.scrollWidth") <= 390
    assert_accessible(page)
    for text in map(desk.squeezed, desk.pages(page.pdf(prefer_css_page_size=True))):
        assert "Notapproved" in text
        assert "Edition1·Submitted" in text


def test_the_text_for_the_record_is_printed_from_its_first_line_to_its_last(browse):
    page = browse("clinician")
    given_the_sheet_to_print(page)
    page.get_by_role("link", name="Text for the record").click()
    text = page.get_by_label("What to do, with doses and cautions").input_value()
    printed = desk.pages(page.pdf(prefer_css_page_size=True))
    assert "PATIENT" in printed[0]
    assert desk.squeezed(text) in desk.squeezed("".join(re.sub(r"^\d+ / \d+", "", one) for one in printed))
    assert "Select all of it" not in printed[0]


@pytest.mark.parametrize("further", ["what-if/", "compare/", "treatments/", "turning-points/", "ask/", "lacking/", ""])
def test_every_page_of_a_consultation_says_on_paper_of_which_edition_day_and_number_it_is(browse, further):
    page = browse("clinician")
    page.goto("/consultations/")
    page.get_by_role("link", name=re.compile("UTC$")).click()
    here = page.url.rstrip("/")
    page.goto(f"{here}/{further}")
    for text in map(desk.squeezed, desk.pages(page.pdf(prefer_css_page_size=True))):
        assert "Edition1·Submitted·" in text
        assert f"Number{here.rpartition('/')[2]}" in text


@pytest.mark.parametrize(
    ("further", "said"),
    [
        ("what-if/", "Nothing has been tried out yet"),
        ("compare/", "No treatments were chosen"),
        ("ask/", "Nothing was asked"),
    ],
)
def test_a_page_on_which_nothing_was_done_yet_says_so_on_paper(browse, further, said):
    page = browse("clinician")
    page.goto("/consultations/")
    page.get_by_role("link", name=re.compile("UTC$")).click()
    page.goto(f"{page.url}{further}")
    expect(page.get_by_text(said)).to_be_hidden()
    assert desk.squeezed(said) in desk.squeezed("".join(desk.pages(page.pdf(prefer_css_page_size=True))))


def test_a_guideline_says_its_edition_and_status_on_every_printed_page(browse):
    page = browse("clinician")
    page.goto("/guidelines/hiccups/")
    printed = desk.pages(page.pdf(prefer_css_page_size=True))
    for number, text in enumerate(map(desk.squeezed, printed), start=1):
        assert "Persistenthiccups·Edition1·Submitted·" in text
        assert f"{number}/{len(printed)}" in text


def test_a_list_of_the_editors_has_all_its_columns_on_paper_and_nothing_to_press(browse):
    page = browse("editor")
    page.goto("/admin/guidelines/alert/")
    columns = page.locator("#result_list thead .column-mark, #result_list thead .text").all_inner_texts()
    first = desk.squeezed(desk.pages(page.pdf(prefer_css_page_size=True))[0]).upper()
    assert all(desk.squeezed(column).upper() in first for column in columns)
    assert "FILTER" not in first
    assert "DRUGCLASSES" not in first


def test_what_is_folded_in_the_editorial_policy_is_open_on_paper(browse):
    page = browse("clinician")
    page.goto("/editorial-policy/")
    folded = page.locator("details li").last.text_content()
    expect(page.get_by_text(folded)).to_be_hidden()
    assert desk.squeezed(folded) in desk.squeezed("".join(desk.pages(page.pdf(prefer_css_page_size=True))))
