"""The catalogue: rows that guidelines share, each saying in its own form where it stands."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin import inclusion, row, tally


class CatalogueForm(row.Form):
    """The form of a row that guidelines share; it says in which ones the row stands."""

    guidelines = inclusion.field()

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        adding = self.instance._state.adding
        self.initial["guidelines"] = inclusion.usual() if adding else inclusion.guidelines_of(self.instance)


class CatalogueRows(row.Rows):
    """Rows that guidelines share."""

    form = CatalogueForm

    def get_fieldsets(self, request, obj=None):
        """Return the fieldsets, and where the row stands."""
        return (*super().get_fieldsets(request, obj), (_("Where it stands"), {"fields": ("guidelines",)}))

    def get_list_display(self, request):
        """Return the columns, and by how many rows each row is used."""
        return (*super().get_list_display(request), tally.used)

    @admin.display(description=_("guidelines"))
    def guidelines(self, one):
        """Return the titles of the guidelines in which a row stands, for those who may not change it."""
        return ", ".join(map(str, inclusion.guidelines_of(one))) or "none"

    def reached(self, form):
        """Return the guidelines in which the row stands, before or after."""
        before = [] if form.instance._state.adding else inclusion.guidelines_of(form.instance)
        return {*before, *form.cleaned_data["guidelines"]}

    def settle(self, request, form):
        """Write in which guidelines the row stands."""
        inclusion.write(form.instance, form.cleaned_data["guidelines"])

    def standing_in(self, one):
        """Return the guidelines in which a row stands."""
        return inclusion.guidelines_of(one)

    def delete_model(self, request, obj):
        """Delete a row, and that it stood in guidelines."""
        inclusion.write(obj, [])
        super().delete_model(request, obj)
