"""Pausing a consultation and coming back: for 14 days, for its clinician alone, in one tab or two, and on to the next patient."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.management import call_command

from advisor.models import Consultation, Draft
from tests import bedside
from tests.journeys.clinician import SHOWN


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def half_way(at_the_bedside):
    """Answer the first page; give the address of the second and what it showed."""
    first = at_the_bedside.starts()
    codes = re.findall(r'name="asked" value="(\w+)"', first.content.decode())
    page = at_the_bedside.page(codes, bedside.HEALTHY)
    second = at_the_bedside.client.post(first.request["PATH_INFO"], page, follow=True)
    return second.request["PATH_INFO"]


def aged(days):
    Draft.objects.update(kept_at=Draft.objects.get().kept_at - timedelta(days=days))


def test_a_paused_consultation_waits_on_the_home_page(at_the_bedside, client):
    address = half_way(at_the_bedside)
    home = client.post(address, {"asked": ["choking", "days"], "a-days": "2,5", "pause": "1"}, follow=True)
    assert "Paused." in words(home)
    assert "age 40 years; weight 80 kg; sex Male" in words(home)
    assert "14 days left" in words(home)
    assert 'value="2,5"' in client.get(address).content.decode(), "typed, and not saved yet"


def test_signing_in_again_leads_back_to_where_one_was(at_the_bedside, client, clinician):
    address = half_way(at_the_bedside)
    client.logout()
    assert client.post(address, {"asked": "choking"}).url.startswith("/accounts/login/")
    client.force_login(clinician)
    assert client.get(address).status_code == 200
    assert "weight 80 kg" in words(client.get("/"))


def test_an_idle_sitting_ends_and_its_answers_do_not(at_the_bedside, client, clinician):
    address = half_way(at_the_bedside)
    client.cookies[settings.SESSION_COOKIE_NAME] = "a-session-that-ended"
    assert client.get(address).status_code == 302
    client.force_login(clinician)
    assert client.get(address).status_code == 200


def test_what_is_typed_is_kept_while_it_is_typed(at_the_bedside, client):
    address = half_way(at_the_bedside)
    told = client.post(f"{address}so-far/", {"asked": ["days", "choking"], "a-days": "-3"}).json()
    assert "implausible" in told["doubts"]["days"]["text"]
    assert 'value="-3"' in client.get(address).content.decode()
    assert "What you typed here and did not save" in words(client.get(address))
    assert Draft.objects.get().answers.keys() & {"days", "choking"} == set()


def test_after_fourteen_days_it_is_gone_and_the_page_says_so(at_the_bedside, client):
    address = half_way(at_the_bedside)
    aged(14)
    expired = client.get(address)
    assert expired.status_code == 404
    assert "nobody worked on them for 14 days" in words(expired)
    assert "Paused consultations" not in words(client.get("/"))


@pytest.mark.parametrize(("days", "said", "kept"), [(13, "0 drafts", 1), (14, "1 draft ", 0)])
def test_the_command_forgets_what_is_too_old(at_the_bedside, capsys, days, said, kept):
    half_way(at_the_bedside)
    aged(days)
    call_command("forget_drafts")
    assert said in capsys.readouterr().out
    assert Draft.objects.count() == kept


def test_a_paused_consultation_can_be_discarded_by_its_clinician_alone(at_the_bedside, client, clinician, colleague):
    half_way(at_the_bedside)
    address = f"/guidelines/hiccups/paused/{Draft.objects.get().key}/discard/"
    client.force_login(colleague)
    assert "weight 80 kg" not in words(client.get("/"))
    client.post(address)
    assert Draft.objects.exists()
    client.force_login(clinician)
    assert "Discarded." in words(client.post(address, follow=True))
    assert not Draft.objects.exists()
    assert client.get(address).status_code == 405


def test_two_tabs_of_one_page_do_not_overwrite_each_other(at_the_bedside, client):
    address = half_way(at_the_bedside)
    tabs = [{"shown": SHOWN.findall(client.get(address).content.decode()), "asked": "days"} for _ in range(2)]
    client.post(address, tabs[0] | {"a-days": "2"})
    second = client.post(address, tabs[1] | {"a-days": "20"})
    assert second.status_code == 409
    assert "Saved elsewhere since this page was shown: 2 d." in words(second)
    assert re.search(r"<title>\s*Error:", second.content.decode())
    assert 'value="20"' in second.content.decode(), "nothing typed is lost"
    assert Draft.objects.get().answers["days"] == 2
    again = {"shown": SHOWN.findall(second.content.decode()), "asked": "days", "a-days": "20"}
    client.post(address, again)
    assert Draft.objects.get().answers["days"] == 20, "saved again, knowingly"


@pytest.mark.parametrize("shown", [[], ["days:0000"], ["days:"], ["x" * 5000]])
def test_a_page_that_does_not_say_truly_what_it_showed_overwrites_nothing(at_the_bedside, client, shown):
    address = half_way(at_the_bedside)
    client.post(address, {"asked": "days", "a-days": "2"})
    assert client.post(address, {"asked": "days", "a-days": "20", "shown": shown}).status_code == 409
    assert Draft.objects.get().answers["days"] == 2


def test_leaving_a_page_by_its_buttons_loses_nothing(at_the_bedside, client):
    address = half_way(at_the_bedside)
    back = client.post(address, {"asked": "days", "a-days": "2.5", "go": "patient"})
    assert back.url.endswith("/patient/?change=1")
    assert client.post(address, {"asked": "days", "a-days": "2.5", "go": "//elsewhere"}).url.endswith("/?change=1")
    assert 'value="2.5"' in client.get(address).content.decode()


def test_the_next_patient_starts_clean_with_the_same_labels_and_units(at_the_bedside, client):
    summary = at_the_bedside.answers(
        bedside.HEALTHY | {"jurisdiction": "eu", "weight": {"value": 176, "unit": "[lb_av]"}}
    )
    at_the_bedside.asks(summary)
    shown = client.get(f"/consultations/{Consultation.objects.get().pk}/")
    assert re.search(r'action="/guidelines/hiccups/"[^>]*>.*?Next patient', shown.content.decode(), re.DOTALL)
    first = client.post("/guidelines/hiccups/", follow=True).content.decode()
    assert Draft.objects.get().answers == {}
    assert re.search(r'value="eu"[^>]*checked', first)
    assert re.search(r'value="\[lb_av\]"\s+selected', first)
    assert "176" not in first
