"""What would change an advice: a page of its own, for the clinician who asked."""

from guidelines.models import Entry
from tests.factories import consultation, user
from tests.journeys.test_consultation import words


def test_it_names_the_numbers_and_answers_that_would_change_the_advice(client, clinician, edition):
    client.force_login(clinician)
    past = consultation.make(by=clinician)
    page = words(client.get(f"/consultations/{past.pk}/turning-points/"))
    assert "Weight below 50 kg now 80 kg Calmol:" in page
    assert Entry.objects.get(act="view").by == clinician


def test_a_colleague_does_not_find_it(client, clinician, edition):
    past = consultation.make(by=clinician)
    client.force_login(user.Clinician())
    assert client.get(f"/consultations/{past.pk}/turning-points/").status_code == 404
