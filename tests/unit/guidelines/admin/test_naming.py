"""Rows are searched for by what they say, and shown by code and words."""

import pytest

from guidelines.models import Synonym


SEARCH = "/admin/guidelines/guideline/choices/"


def found(client, **asked):
    page = client.get(SEARCH, {"app_label": "guidelines"} | asked)
    return [result["text"] for result in page.json()["results"]]


@pytest.mark.parametrize(
    ("model", "field", "term", "texts"),
    [
        ("option", "treatment", "glass", ["water · A glass of water"]),
        ("alert", "sources", "reviewed", ["R9 · Hiccups reviewed", "R9/secondary · Hiccups reviewed"]),
        ("alert", "sources", "practice", ["practice"]),
        ("line", "fact", "pregnant", ["pregnant · Is she pregnant?"]),
        ("treatment", "drug", "stillit", ["calmol · Calmol"]),
    ],
)
def test_a_row_is_found_by_what_it_says(desk, model, field, term, texts):
    results = found(desk, model_name=model, field_name=field, term=term)
    assert results[: len(texts)] == texts


def test_a_row_that_was_chosen_is_shown_by_what_it_says(desk):
    page = desk.get("/admin/guidelines/doserange/calmol_heavy/change/").content.decode()
    assert "everybody · the patient is a child or an adult" in page


def test_many_words_have_room_to_be_read(desk):
    page = desk.get("/admin/guidelines/synonym/add/").content.decode()
    assert '<textarea name="terms"' in page


def test_a_list_of_synonyms_reads_as_words(desk, hiccups):
    Synonym.objects.create(code="singultus", terms=["singultus", "hic"], means="hiccups")
    page = desk.get("/admin/guidelines/synonym/").content.decode()
    assert "singultus, hic<" in page


def test_a_clinician_searches_for_nothing(client, clinician, hiccups):
    client.force_login(clinician)
    assert client.get(SEARCH).status_code == 302
