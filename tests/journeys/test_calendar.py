"""A treatment day by day: from a day that is chosen, in tablets that are sold, and what is wrong with a day that is not one."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from advisor.sheet.calendar import weekday
from guidelines.models import Entry
from tests.factories import consultation, user
from tests.journeys.test_consultation import words


@pytest.fixture
def calendar(client, clinician, edition):
    """Ask for the calendar of calmol, with what is typed in its form."""
    client.force_login(clinician)
    past = consultation.make(by=clinician)
    return lambda code="calmol", **typed: client.get(f"/consultations/{past.pk}/calendar/{code}/", typed)


def in_days(days):
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def test_it_is_counted_from_today_in_what_is_sold(calendar):
    page = words(calendar())
    assert "1–3" in page
    assert "10 mg/day 2 times a day: 2 × 2.5 mg" in page
    assert "20 mg/day twice daily 2 times a day: 1 × 10 mg" in page
    assert "from 10 on" in page
    assert "Strengths counted in: 2.5, 10 mg" in page


def test_what_is_cited_is_listed_below(calendar):
    page = calendar().content.decode()
    cited = set(re.findall(r'href="([^"]*#ref-\d+)"', page))
    assert cited
    assert all(f'id="{address.removeprefix("#")}"' in page for address in cited)


def test_the_dose_that_is_asked_for_has_its_unit(calendar):
    assert "Daily dose when stopping begins, in mg/day" in words(calendar())


def test_it_is_counted_from_the_day_that_is_chosen(calendar):
    page = words(calendar(start=in_days(30)))
    assert f"4–6 {weekday(timezone.localdate() + timedelta(days=33))}" in page


def test_a_start_in_the_past_is_asked_back_and_kept(calendar):
    response = calendar(start=in_days(-3), stop=in_days(20))
    assert response.status_code == 422
    page = response.content.decode()
    assert "This day is in the past." in page
    assert f'value="{in_days(-3)}"' in page
    assert f'value="{in_days(20)}"' in page
    assert "from 10 on" not in page
    assert "from 10 on" in words(calendar(start=in_days(-3), past="on"))


WRONG = [
    ({"start": "tomorrow"}, "Write the day as year, month and day, such as 2026-12-01."),
    ({"start": "2026-02-30"}, "Write the day as year, month and day, such as 2026-12-01."),
    ({"start": "9" * 10_000}, "Write the day as year, month and day, such as 2026-12-01."),
    ({"start": "<script>"}, "Write the day as year, month and day, such as 2026-12-01."),
    ({"start": in_days(400)}, "This day is more than a year away. Choose one that is nearer."),
    ({"start": "0001-01-01"}, "This day is more than a year away. Choose one that is nearer."),
    ({"start": in_days(5), "stop": in_days(4)}, "Stopping cannot begin before the treatment does."),
    ({"dose": "much"}, "Write a number in figures"),
    ({"dose": "-5"}, "Write the daily dose as a number above 0."),
]


@pytest.mark.parametrize(("typed", "said"), WRONG, ids=[said[:20] for _, said in WRONG])
def test_what_is_no_day_is_said_with_what_to_do(calendar, typed, said):
    response = calendar(**typed)
    assert response.status_code == 422
    page = response.content.decode()
    assert said in page
    assert "<script>" not in page
    assert "Error:" in page.partition("</title>")[0]


def test_a_treatment_without_a_dose_says_so(calendar):
    assert "No dose is given for this patient" in words(calendar("water"))


def test_a_treatment_that_is_not_in_the_advice_is_not_found(calendar):
    assert calendar("nothing").status_code == 404


def test_opening_it_is_entered(calendar, clinician):
    calendar()
    assert Entry.objects.get(act="view").by == clinician


def test_a_colleague_does_not_find_it(client, clinician, edition):
    past = consultation.make(by=clinician)
    client.force_login(user.Clinician())
    assert client.get(f"/consultations/{past.pk}/calendar/calmol/").status_code == 404


def test_behind_an_alert_it_leads_back(client, clinician, edition):
    client.force_login(clinician)
    past = consultation.make(by=clinician, choking=True)
    response = client.get(f"/consultations/{past.pk}/calendar/calmol/")
    assert response.url == f"/consultations/{past.pk}/"
