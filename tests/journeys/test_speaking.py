"""Choosing the language in the middle of a page that is being filled in: the same page, in that language, with what was typed."""

import pytest
from django.test import Client
from django.utils import translation

from advisor.accounts.models import User
from advisor.models import Draft
from tests.factories import consultation


@pytest.fixture(autouse=True)
def _left_as_it_was():
    """The language of a request stays with the thread that answered it."""
    with translation.override(translation.get_language()):
        yield


def test_nothing_typed_in_the_wizard_is_lost(at_the_bedside, client, clinician):
    address = at_the_bedside.starts().request["PATH_INFO"]
    page = client.post(address, {"asked": ["age", "weight"], "a-age": "4x", "a-weight": "72,5", "speak": "de"})
    shown = page.content.decode()
    assert page.status_code == 200
    assert '<html lang="de">' in shown
    assert 'value="4x"' in shown
    assert 'value="72,5"' in shown
    assert "Speichern und weiter" in shown
    assert User.objects.get(pk=clinician.pk).language == "de"
    assert Draft.objects.get().answers == {}, "nothing of it counts before it is saved"


def test_it_is_there_still_when_the_page_is_opened_again(at_the_bedside, client):
    address = at_the_bedside.starts().request["PATH_INFO"]
    client.post(address, {"asked": ["age"], "a-age": "41", "speak": "de"})
    shown = client.get(address).content.decode()
    assert 'value="41"' in shown
    assert "ist wieder eingetragen" in shown


def test_nothing_supposed_is_lost(client, clinician, edition):
    client.force_login(clinician)
    past = consultation.make(by=clinician)
    sent = {"asked": ["weight"], "a-weight": "44", "speak": "de"}
    shown = client.post(f"/consultations/{past.pk}/what-if/", sent).content.decode()
    assert '<html lang="de">' in shown
    assert 'value="44"' in shown


@pytest.mark.parametrize("chosen", ["tlh", "", "<script>"])
def test_a_language_that_there_is_not_changes_nothing(at_the_bedside, client, clinician, chosen):
    address = at_the_bedside.starts().request["PATH_INFO"]
    page = client.post(address, {"asked": ["age"], "a-age": "41", "speak": chosen})
    assert '<html lang="en-gb">' in page.content.decode()
    assert User.objects.get(pk=clinician.pk).language == ""


def test_nobody_else_can_choose_it_for_a_clinician(clinician, edition):
    stranger = Client(enforce_csrf_checks=True)
    stranger.force_login(clinician)
    assert stranger.post("/guidelines/hiccups/", {"speak": "de"}).status_code == 403
    assert User.objects.get(pk=clinician.pk).language == ""
