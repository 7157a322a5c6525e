"""A method that an address does not take is refused with a page that says what to do."""

import pytest
from django.utils import translation

from tests.factories import user


pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "says"), [("en-gb", "not for opening"), ("de", "nicht zum Öffnen")])
def test_whoever_opens_the_address_of_a_form_is_told_what_to_do(client, language, says):
    client.force_login(user.Clinician(language=language))
    with translation.override(translation.get_language()):
        page = client.get("/reader/")
    assert page.status_code == 405
    assert page.headers["Allow"] == "POST"
    assert says in page.content.decode()
    assert 'href="/"' in page.content.decode()


def test_a_sender_who_is_no_reader_gets_the_same_status(client):
    assert client.delete("/accounts/login/").status_code in {403, 405}
    assert client.put("/healthz").status_code == 405
