"""Every kind of row has its pages: editors write them, reviewers read them, nobody else sees them."""

import importlib

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.utils import quote

from guidelines import assembly
from guidelines.admin.sealed import SealedRows
from guidelines.models import Entry, Guideline, Inclusion, Interest
from tests.unit.guidelines.admin import desk as form


PAGES = {model: page for model, page in admin.site._registry.items() if model._meta.app_label == "guidelines"}
SEALED = [model for model, page in PAGES.items() if isinstance(page, SealedRows)]
EDITED = [model for model in PAGES if model not in SEALED and model is not Interest]
ADDED = [model for model in EDITED if model is not Inclusion]
NAMES = {"ids": lambda model: model._meta.model_name}


def test_every_model_has_pages_or_stands_on_those_of_another():
    inline = {part.model for page in PAGES.values() for part in page.inlines}
    assert set(apps.get_app_config("guidelines").get_models()) == set(PAGES) | inline


@pytest.mark.parametrize("model", PAGES, **NAMES)
def test_a_list_opens_and_searches_without_a_query_per_row(desk, model, django_assert_max_num_queries):
    assert PAGES[model].search_fields
    # Who uses the rows of a list is asked once of each table that can name one.
    with django_assert_max_num_queries(40):
        assert desk.get(form.listing(model)).status_code == 200
    assert desk.get(form.listing(model), {"q": "hiccups"}).status_code == 200


@pytest.mark.parametrize("model", EDITED, **NAMES)
def test_a_row_saved_as_it_was_stays_as_it_was(desk, hiccups, model):
    before = assembly.assembled(hiccups)
    assert form.save(desk, model.objects.first()).status_code == 302
    assert assembly.assembled(hiccups) == before
    assert not Entry.objects.exists()


@pytest.mark.parametrize("model", ADDED, **NAMES)
def test_an_editor_adds_a_row(desk, model):
    assert desk.get(f"{form.listing(model)}add/").status_code == 200
    name = "slug" if model is Guideline else "code"
    answer = form.add_like(desk, model.objects.first(), **{name: "new"}, guidelines=[])
    assert answer.status_code == 302
    assert model.objects.filter(**{name: "new"}).exists()


def made(model):
    """A row of the made-up guideline, or one that the model's own factory makes."""
    there = model.objects.first()
    return there or importlib.import_module(f"tests.factories.{model._meta.model_name}").make()


@pytest.mark.parametrize("model", SEALED, **NAMES)
def test_what_the_product_writes_is_shown_and_never_edited(desk, model):
    row = made(model)
    assert desk.get(form.address(row)).status_code == 200
    for path in (f"{form.listing(model)}add/", form.address(row), form.address(row, "delete")):
        assert desk.post(path).status_code == 403


@pytest.mark.parametrize("model", PAGES, **NAMES)
def test_a_reviewer_reads_and_cannot_write(client, reviewer, hiccups, model):
    row = made(model)
    client.force_login(reviewer)
    assert client.get(form.address(row)).status_code == 200
    for path in (f"{form.listing(model)}add/", form.address(row), form.address(row, "delete")):
        assert client.post(path).status_code == 403


@pytest.mark.parametrize("model", PAGES, **NAMES)
def test_nobody_else_sees_anything(client, clinician, hiccups, model):
    row = model.objects.first()
    paths = [form.listing(model), *([form.address(row)] if row else [])]
    strangers = [client.get(path).status_code for path in paths]
    client.force_login(clinician)
    assert {*strangers, *(client.get(path).status_code for path in paths)} == {302}


@pytest.mark.parametrize("model", EDITED, **NAMES)
def test_no_field_is_left_out_of_its_form(desk, model):
    page = desk.get(form.address(model.objects.first()))
    shown = {*page.context["adminform"].form.fields, *PAGES[model].get_readonly_fields(page.wsgi_request, object())}
    editable = (field for field in (*model._meta.fields, *model._meta.many_to_many) if field.editable)
    assert {field.name for field in editable} - {"id"} <= shown


@pytest.mark.parametrize("model", EDITED, **NAMES)
def test_every_row_that_is_named_is_searched_for(desk, model):
    page = desk.get(f"{form.listing(model)}{quote(model.objects.first().pk)}/change/")
    forms = [page.context["adminform"].form, *(i.formset.empty_form for i in page.context["inline_admin_formsets"])]
    named = [field for one in forms for field in one.fields.values() if hasattr(field, "queryset")]
    plain = [field.label for field in named if "admin-autocomplete" not in str(field.widget.render("x", []))]
    assert set(plain) <= {"Guidelines", None}
