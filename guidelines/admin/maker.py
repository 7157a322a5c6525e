"""Makers in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin.catalogue import CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.mark import Marked, mark
from guidelines.admin.naming import listed
from guidelines.models import Maker


@admin.register(Maker)
class Makers(CatalogueRows):
    """Companies, and the drugs that they make or market."""

    list_display = ("code", "name", listed("drugs"), mark)
    list_filter = (InGuideline, Marked)
    linked = ("sources", "drugs")
    search_fields = ("code", "name", "drugs__name")
    fieldsets = (
        (None, {"fields": ("code", "name")}),
        (_("What it makes or markets"), {"fields": ("drugs",)}),
        (_("Where this is said"), {"fields": ("sources",)}),
    )
