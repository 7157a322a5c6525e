"""As whom somebody reads: suggested by the profession, chosen in the header, kept on the account with its ledger entry."""

import pytest
from django.core.exceptions import ValidationError

from advisor.accounts.models import Profession, Reader
from guidelines import ledger
from guidelines.models import Entry
from tests.factories import user


pytestmark = pytest.mark.django_db
ADDRESS = "/reader/"


@pytest.mark.parametrize(
    ("profession", "reader"),
    [
        (Profession.PHYSICIAN, Reader.CLINICIAN),
        (Profession.PHARMACIST, Reader.PHARMACIST),
        (Profession.NURSE, Reader.PHARMACIST),
        (Profession.STUDENT, Reader.STUDENT),
        (Profession.OTHER, Reader.CLINICIAN),
    ],
)
def test_a_profession_suggests_a_reader(profession, reader):
    assert user.User(profession=profession).reads_as is reader


def test_a_choice_goes_before_the_profession():
    assert user.User(profession=Profession.NURSE, reader=Reader.STUDENT).reads_as is Reader.STUDENT


def test_the_choice_is_kept_and_entered_and_leads_back(client, clinician):
    client.force_login(clinician)
    answer = client.post(ADDRESS, {"reader": "student", "next": "/editorial-policy/"})
    clinician.refresh_from_db()
    entry = Entry.objects.get(act="own account changed")
    assert (answer.url, clinician.reads_as, entry.by) == ("/editorial-policy/", Reader.STUDENT, clinician)
    assert "student" in str(entry.detail)


def test_choosing_the_same_again_is_no_act(client):
    chosen = user.Clinician(reader=Reader.STUDENT)
    client.force_login(chosen)
    client.post(ADDRESS, {"reader": "student"})
    assert not Entry.objects.filter(act="own account changed").exists()


def test_without_its_entry_nothing_is_chosen(client, clinician, monkeypatch):
    client.force_login(clinician)

    def fails(*args, **kwargs):
        raise ValidationError("no")

    monkeypatch.setattr(ledger, "append", fails)
    assert client.post(ADDRESS, {"reader": "student"}).status_code == 503
    clinician.refresh_from_db()
    assert clinician.reader == ""


@pytest.mark.parametrize("typed", ["", "editor", "<b>", "x" * 10_000])
def test_what_is_not_offered_is_refused(client, clinician, typed):
    client.force_login(clinician)
    assert client.post(ADDRESS, {"reader": typed}).status_code == 400


def test_nobody_is_led_to_another_site(client, clinician):
    client.force_login(clinician)
    assert client.post(ADDRESS, {"reader": "student", "next": "//evil.example"}).url == "/"


def test_a_stranger_chooses_nothing(client):
    assert "/accounts/login/" in client.post(ADDRESS, {"reader": "student"}).url


def test_it_is_asked_on_the_first_page_until_it_is_answered(client, clinician):
    client.force_login(clinician)
    assert "Which best describes you?" in client.get("/").content.decode()
    client.post(ADDRESS, {"reader": "clinician"})
    assert "Which best describes you?" not in client.get("/").content.decode()
