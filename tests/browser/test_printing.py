"""A clinician prints a consultation from Chromium: the sheet alone on the screen as on paper, also without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from advisor.accounts.models import User
from tests import databases
from tests.browser.accessibility import assert_accessible
from tests.factories import consultation


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
