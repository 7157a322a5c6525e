"""The main pages in German on a phone, in every mode of the screen: light, dark, high contrast, forced colours, less motion."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests import databases
from tests.browser.accessibility import assert_accessible_in_every_mode
from tests.factories import consultation, user
from tests.factories.edition import NOW


PHONE = {"width": 390, "height": 844}
OPEN_ALL = "document.querySelectorAll('details').forEach(one => one.open = true)"
READ = ("/", "/guidelines/hiccups/", "/guidelines/hiccups/treatments/calmol/", "/guidelines/hiccups/search/?q=water")
ABOUT = (
    "",
    "calendar/calmol/",
    "turning-points/",
    "treatments/calmol/",
    "what-if/?asked=weight",
    "leaflet/?option=calmol",
)
SIDE_BY_SIDE = "compare/?treatment=calmol&treatment=water"


@pytest.fixture(scope="session")
def stocked(stocked, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        with databases.pointed_at(stocked):
            name = databases.duplicate(tmp_path_factory.mktemp("modes"))
        with databases.pointed_at(name):
            user.models.User.objects.update(language="de")
            clinician = user.models.User.objects.get(email="clinician@example.org")
            consultation.make(by=clinician)
            consultation.make(by=clinician, key="withheld", at=NOW + timedelta(days=1), choking=True)
        yield name
        databases.drop(name)


def test_every_main_page_can_be_read_in_every_mode(browse):
    page = browse("clinician", viewport=PHONE)
    for address in READ:
        page.goto(address)
        then_it_is_readable_in_every_mode(page)
    page.goto("/consultations/")
    links = page.locator("main a[href^='/consultations/']").all()
    withheld, given = dict.fromkeys(link.get_attribute("href") for link in links)
    for address in (withheld, *(given + part for part in (*ABOUT, SIDE_BY_SIDE))):
        page.goto(address)
        then_it_is_readable_in_every_mode(page)
    page.goto("/guidelines/hiccups/")
    page.get_by_role("button", name="Beratung beginnen").click()
    page.get_by_role("button", name="Speichern und weiter").last.click()
    expect(page.get_by_role("heading", name="Bitte berichtigen Sie diese Antworten")).to_be_visible()
    then_it_is_readable_in_every_mode(page)


def then_it_is_readable_in_every_mode(page):
    expect(page.locator("html")).to_have_attribute("lang", "de")
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], page.url
    assert_accessible_in_every_mode(page)
