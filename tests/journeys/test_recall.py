"""A clinician is told on the home page that past advice would be different today, and acknowledges it."""

import pytest

from tests.factories import user
from tests.unit.advisor.reach.test_recall import first, second, three  # noqa: F401


@pytest.fixture
def at_home(client, clinician, three):  # noqa: F811
    second()
    client.force_login(clinician)
    return client


def test_the_notice_names_what_changed_and_leads_to_the_record(at_home, three):  # noqa: F811
    page = at_home.get("/").content.decode()
    assert "It makes the aged fall" in page
    assert f"/consultations/{three['old'].pk}/" in page
    assert f"/consultations/{three['young'].pk}/" not in page


def test_acknowledging_it_takes_it_off_the_page(at_home, three):  # noqa: F811
    edition = at_home.get("/").context["recalls"][0]["edition"]
    page = at_home.post(f"/consultations/{three['old'].pk}/recall/", {"edition": edition}, follow=True)
    assert "It makes the aged fall" not in page.content.decode()


def test_there_is_nothing_to_acknowledge_about_advice_that_stands(at_home, three):  # noqa: F811
    assert at_home.post(f"/consultations/{three['young'].pk}/recall/", {"edition": 2}).status_code == 400


def test_a_colleague_cannot_acknowledge_it(at_home, client, three):  # noqa: F811
    client.force_login(user.Clinician())
    assert client.post(f"/consultations/{three['old'].pk}/recall/", {"edition": 2}).status_code == 404
