"""Visits: a page with what is known, what was typed there and not saved, and what follows from it."""

import pytest
from django.http import QueryDict

from advisor import wizard
from guidelines import library
from tests import bedside
from tests.factories import user
from tests.factories.edition import NOW


@pytest.fixture
def arrive(edition):
    """Come to a page of a draft of the submitted guideline, again and again."""
    somebody = user.Clinician()
    _, slug, key, _ = wizard.start(library.current("hiccups"), by=somebody, at=NOW)
    return lambda code="patient": wizard.visit(slug, key, code, by=somebody, at=NOW)


@pytest.fixture
def edition(db):
    return bedside.edition()


def typed(text):
    return QueryDict(text)


def test_what_was_typed_and_not_saved_is_filled_in_again(arrive):
    data = typed("asked=age&asked=weight&asked=medicines&a-age=4,5&a-weight=&a-medicines=calmol&a-medicines=herbs")
    wizard.note(arrive(), wizard.posted(arrive(), {}, data, judged=False), data, at=NOW)
    form = wizard.form_of(arrive(), {}, {})
    assert form["age"].value() == "4,5"
    assert form["medicines"].value() == ["calmol", "herbs"]
    assert form.faults() == [], "it is not judged before it is saved"
    assert wizard.form_of(arrive("signs"), {}, {}).typed is None


def test_what_is_kept_unsaved_is_cut_and_harmless(arrive):
    data = typed(f"asked=age&a-age={'9' * 5000}&a-weight=%00&asked=weight&a-nothing=1")
    wizard.note(arrive(), wizard.posted(arrive(), {}, data, judged=True), data, at=NOW)
    kept = arrive().draft.typed["patient"]
    assert len(kept["a-age"][0]) == 200
    assert kept["a-weight"] == ["\ufffd"]
    assert "a-nothing" not in kept


def test_numbers_typed_are_questioned(arrive):
    data = typed("asked=age&asked=weight&asked=height&a-age=400&a-weight=28&a-weight__unit=kg&a-height=")
    form = wizard.posted(arrive(), {}, data, judged=True)
    form.full_clean()
    doubts = wizard.doubts(form)
    assert "implausible" in doubts["age"]["text"]
    assert "28 kg is unusual" in doubts["weight"]["text"]
    assert (doubts["age"]["confirm"], doubts["weight"]["confirm"]) == (False, True)
    assert "height" not in doubts, "nothing was typed"


@pytest.mark.parametrize("judged", [True, False])
def test_values_are_worked_out_from_what_is_typed(arrive, judged):
    data = typed("asked=weight&asked=height&a-weight=80&a-weight__unit=kg&a-height=175")
    form = wizard.posted(arrive(), {}, data, judged=judged)
    form.full_clean()
    [value] = wizard.worked_out(arrive(), form, {})
    assert (value["label"], value["words"]) == ("Bmi", "26.12 kg/m2")


def test_back_leads_to_a_page_and_to_nowhere_else(arrive):
    here = arrive("signs")
    assert here.back_to("patient") == ("topic", "hiccups", here.draft.key, "patient")
    assert here.back_to("//evil.example") == ("summary", "hiccups", here.draft.key)


def test_pages_are_worked_out_only_where_one_is_shown(arrive):
    assert "pages" not in vars(arrive(code="")), "whoever asks for the advice is shown none"
    assert "pages" in vars(arrive())


def test_the_patient_is_read_again_only_where_the_sitting_adds_under_whose_labels(arrive, settings):
    here = arrive()
    settings.DEFAULT_JURISDICTION = "none of the guideline's"
    assert wizard.advised(here, {}) is here.person
    assert wizard.advised(here, {"labels": "eu"}).answers == {"jurisdiction": "eu"}
