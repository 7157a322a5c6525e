"""Drugs in the admin, with their codes in other systems."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin.catalogue import CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.part import Parts
from guidelines.models import Drug, Identifier


class Identifiers(Parts):
    """The codes by which other software knows a drug."""

    model = Identifier


@admin.register(Drug)
class Drugs(CatalogueRows):
    """Substances that a patient may take or a treatment may contain."""

    list_display = ("code", "name", "known_as", "known_by")
    list_filter = (InGuideline, "identifiers__system")
    linked = ("identifiers",)
    search_fields = ("code", "name", "synonyms", "identifiers__code")
    inlines = (Identifiers,)
    fieldsets = (
        (None, {"fields": ("code", "name")}),
        (_("How people search for it"), {"fields": ("synonyms",)}),
    )

    @admin.display(description=_("also known as"))
    def known_as(self, drug):
        """Return the synonyms as a reader writes them."""
        return ", ".join(drug.synonyms)

    @admin.display(description=_("codes"))
    def known_by(self, drug):
        """Return the codes in other systems."""
        return ", ".join(map(str, drug.identifiers.all()))
