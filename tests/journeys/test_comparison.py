"""Treatments side by side: two to four of them, and a clear word where it is another number."""

import re

import pytest

from tests.factories import consultation
from tests.journeys.test_consultation import words


@pytest.fixture
def compare(client, clinician, edition):
    client.force_login(clinician)
    past = consultation.make(by=clinician)
    return lambda *codes: client.get(f"/consultations/{past.pk}/compare/", {"treatment": codes})


def test_two_treatments_stand_side_by_side(compare):
    page = words(compare("calmol", "water"))
    assert "40 mg/day (weight at least 50 kg)" in page
    assert "Of 100 people, 16 benefit because of it (8 to 25)." in page
    assert "Stop when hiccups stop." in page


def test_what_is_cited_is_listed_below(compare):
    page = compare("calmol", "water").content.decode()
    cited = set(re.findall(r'href="([^"]*#ref-\d+)"', page))
    assert cited
    assert all(f'id="{address.removeprefix("#")}"' in page for address in cited)


def test_without_a_choice_it_asks_for_one(compare):
    response = compare()
    assert response.status_code == 200
    assert "Treatments to compare, two to four" in words(response)


def test_one_is_too_few(compare):
    response = compare("calmol")
    assert response.status_code == 422
    assert "Tick at least two treatments." in words(response)


def test_what_is_none_of_them_is_refused(compare):
    assert compare("calmol", "<b>nothing</b>").status_code == 422
    assert "<b>nothing" not in compare("calmol", "<b>nothing</b>").content.decode()
