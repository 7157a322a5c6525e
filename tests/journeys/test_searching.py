"""Searching a guideline by its page: what is found leads there, and whatever is typed does no harm."""

import pytest

from tests.journeys.test_consultation import words


PAGE = "/guidelines/hiccups/search/"


@pytest.fixture
def searches(client, clinician, edition):
    """Search, and return the page."""
    client.force_login(clinician)
    return lambda question, **more: client.get(PAGE, {"q": question, **more})


def test_a_hit_leads_to_where_it_stands(searches, client):
    page = searches("calmol").content.decode()
    assert 'href="/guidelines/hiccups/treatments/calmol/"' in page
    assert client.get("/guidelines/hiccups/treatments/calmol/").status_code == 200


def test_every_address_that_is_found_exists_with_its_anchor(searches, client):
    found = searches("calmol water").context["found"]
    for hit in (hit for group in found.groups for hit in group.hits):
        path, _, anchor = hit.address.partition("#")
        page = client.get(f"/guidelines/hiccups/{path}").content.decode()
        assert f'id="{anchor}"' in page or not anchor


def test_a_slip_is_understood_and_said(searches):
    assert "Nothing here is called “kalmol”; this is what was found for calmol" in words(searches("kalmol"))


def test_nothing_found_says_what_that_means_and_where_to_look(searches):
    page = words(searches("zzzz"))
    assert "Nothing in this edition speaks of “zzzz”." in page
    assert "does not mean that it is safe" in page
    assert "Calmol" in page


def test_nothing_asked_says_what_can_be_asked(searches):
    assert "Type a medicine" in words(searches(""))


@pytest.mark.parametrize(
    "typed",
    [
        "x" * 10_000,
        "<script>alert(1)</script>",
        "\x00\x07\x1b[31m",
        "'; DROP TABLE guidelines_edition; --",
        "title:calmol AND (",
        "\u202ecalmol",
    ],
)
def test_whatever_is_typed_does_no_harm(searches, typed):
    page = searches(typed)
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()


def test_what_is_typed_is_no_template(searches):
    assert searches("{{ 7*7 }}").context["found"].asked == "7 7"


def test_a_guideline_that_is_not_there_is_said_not_to_be(client, clinician):
    client.force_login(clinician)
    assert client.get("/guidelines/nothing/search/").status_code == 404
