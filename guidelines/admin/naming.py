"""Naming: rows shown by their code and what they say, wherever an editor chooses one."""

from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    AdminTextInputWidget,
    AutocompleteSelect,
    AutocompleteSelectMultiple,
    RelatedFieldWidgetWrapper,
)
from django.db.models import TextField
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from guidelines.models import Source
from guidelines.models.listing import Listing


SAYING = ("name", "title", "question", "text", "reason", "outcome")
ADDRESS = "guidelines_guideline_choices"


def label(row):
    """Return a row as an editor recognises it: its code and the beginning of what it says."""
    if isinstance(row, Source):
        return f"{row.code} · {Truncator(row.reference.title).chars(80)}" if row.reference else row.code
    said = next((text for name in SAYING if (text := getattr(row, name, ""))), "")
    code = getattr(row, "code", row.pk)
    return f"{code} · {Truncator(said).chars(80)}" if said and said != code else str(code)


def choices_of(model):
    """Return the rows of a model with what their labels read."""
    rows = model._default_manager.all()
    return rows.select_related("reference") if model is Source else rows


def excerpt(name, heading=None, length=110):
    """Return a column that shows the beginning of a long text."""

    @admin.display(description=heading or _(name.replace("_", " ")), ordering=name)
    def column(row):
        said = getattr(row, name)
        return Truncator(said if isinstance(said, str) else ", ".join(said)).chars(length)

    return column


def listed(name, heading=None):
    """Return a column that shows the codes of the rows that a row names."""

    @admin.display(description=heading or _(name.replace("_", " ")))
    def column(row):
        return few([linked.pk for linked in getattr(row, name).all()])

    return column


@admin.display(description=_("of what"))
def concerned(row):
    """Return the codes of the treatments and classes that a rule is about."""
    return few([linked.pk for linked in (*row.treatments.all(), *row.drug_classes.all())])


def few(codes, shown=4):
    """Return the first of some codes, and how many more there are."""
    more = len(codes) - shown
    return ", ".join(codes[:shown]) + (" " + _("and %s more") % more if more > 0 else "")


class One(AutocompleteSelect):
    """A box in which an editor searches for one row."""

    url_name = f"%s:{ADDRESS}"


class Many(AutocompleteSelectMultiple):
    """A box in which an editor searches for several rows, and takes them out one by one."""

    url_name = f"%s:{ADDRESS}"

    def build_attrs(self, base_attrs, extra_attrs=None):
        """Return the attributes without a button that clears everything: it would stand in a list, as no entry of it."""
        return super().build_attrs(base_attrs, extra_attrs) | {"data-allow-clear": "false"}


class Choices(AutocompleteJsonView):
    """Answers such a search with labels."""

    def get_queryset(self):
        """Return the rows found, with what their labels read."""
        rows = super().get_queryset().prefetch_related(None)
        return rows.select_related("reference") if rows.model is Source else rows

    def serialize_result(self, obj, to_field_name):
        """Return one row as the box shows it."""
        return super().serialize_result(obj, to_field_name) | {"text": label(obj)}


class Named:
    """Gives every field that names rows such a box, and every text as much room as it needs."""

    rows_of_text = 3
    long_listings = ()

    class Media:
        js = ("js/admin.js",)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Return the field of a form, with as many rows of text as the page has room for."""
        if isinstance(db_field, Listing) and db_field.name not in self.long_listings:
            kwargs.setdefault("widget", AdminTextInputWidget())
        elif isinstance(db_field, TextField):
            kwargs.setdefault("widget", AdminTextareaWidget({"rows": self.rows_of_text}))
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Return the field for one row."""
        return self._searched(super().formfield_for_foreignkey, One, db_field, request, kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Return the field for several rows."""
        return self._searched(super().formfield_for_manytomany, Many, db_field, request, kwargs)

    def _searched(self, formfield, box, db_field, request, kwargs):
        kwargs |= {"widget": box(db_field, self.admin_site), "queryset": choices_of(db_field.remote_field.model)}
        field = formfield(db_field, request, **kwargs)
        field.label_from_instance = label
        return field
