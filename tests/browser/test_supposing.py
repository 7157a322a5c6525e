"""A clinician questions a recommendation in Chromium, on a phone: answers what it lacks, supposes otherwise, asks why not."""

import re

import pytest
from playwright.sync_api import expect

from advisor.accounts.models import User
from tests import databases
from tests.browser.accessibility import assert_accessible
from tests.factories import consultation


PHONE = {"viewport": {"width": 390, "height": 844}}


@pytest.fixture(scope="session")
def stocked(stocked, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        with databases.pointed_at(stocked):
            name = databases.duplicate(tmp_path_factory.mktemp("supposing"))
        with databases.pointed_at(name):
            consultation.make(by=User.objects.get(email="clinician@example.org"), weight=None)
        yield name
        databases.drop(name)


def assert_fits(page):
    assert page.locator("html").evaluate("e => e.scrollWidth <= window.innerWidth"), "no sideways scrolling"
    assert_accessible(page)


def test_a_recommendation_is_questioned_on_a_phone(browse):
    # Given a recommendation of another day that lacks the weight
    page = browse("clinician", **PHONE)
    page.goto("/consultations/")
    page.get_by_role("link", name=re.compile("UTC$")).click()
    # When it is answered there, with a value that cannot be
    page.get_by_text("Answer here, and advise again").click()
    page.get_by_label("Number").fill("4500")
    page.get_by_role("button", name="Get a new recommendation").click()
    # Then it is refused where it stands
    expect(page.get_by_role("alert")).to_contain_text("implausible")
    expect(page.get_by_label("Number")).to_have_value("4500")
    assert_fits(page)
    # When it is mended, then the answers of that day are checked, and a new recommendation follows
    page.get_by_label("Number").fill("45")
    page.get_by_role("button", name="Get a new recommendation").last.click()
    page.get_by_role("button", name="Get the recommendation").last.click()
    expect(page.get_by_role("region", name="Bottom line")).to_contain_text("2.5 mg/day")
    # When another weight is supposed, then what would change stands beside what was advised
    page.get_by_role("link", name="What if an answer were another").click()
    page.get_by_label("Which answer do you want to change?").select_option(label="Weight: 45 kg")
    page.get_by_role("button", name="Change this answer").click()
    page.get_by_label("Number").fill("80")
    page.get_by_role("button", name="See what would change").last.click()
    expect(page.get_by_role("region", name="What would be otherwise")).to_contain_text("40 mg/day")
    assert_fits(page)
    # When a treatment is sought by a slip of its name, then it argues for and against itself
    page.get_by_role("link", name="Back to the recommendation").click()
    page.get_by_role("link", name="Every treatment: why and why not").click()
    page.get_by_label("Find a treatment").fill("calmoll")
    page.get_by_role("button", name="Find").click()
    assert_fits(page)
    page.get_by_role("link", name="Calmol", exact=True).click()
    expect(page.get_by_role("heading", name="For it")).to_be_visible()
    assert_fits(page)
