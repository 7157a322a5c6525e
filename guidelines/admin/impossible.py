"""Impossible combinations in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin.catalogue import CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.naming import excerpt
from guidelines.models import Impossible


@admin.register(Impossible)
class ImpossibleCombinations(CatalogueRows):
    """Populations that no patient can be in."""

    list_display = ("code", "population", excerpt("text", "message"))
    list_filter = (InGuideline,)
    list_select_related = ("population",)
    search_fields = ("code", "text", "population__name")
    fieldsets = (
        (None, {"fields": ("code",)}),
        (_("The combination, and what the clinician reads"), {"fields": ("population", "text")}),
    )
