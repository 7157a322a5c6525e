"""Positions in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin.catalogue import CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.mark import Marked, mark
from guidelines.admin.naming import excerpt, listed
from guidelines.models import Position


@admin.register(Position)
class Positions(CatalogueRows):
    """What bodies say of treatments."""

    list_display = ("code", "body", "year", "stance", listed("treatments"), excerpt("text", _("what it says")), mark)
    list_filter = (InGuideline, "stance", Marked)
    linked = ("sources", "treatments")
    search_fields = ("code", "body", "people", "text", "treatments__name")
    fieldsets = (
        (None, {"fields": ("code",)}),
        (_("Who says it, and of whom"), {"fields": (("body", "year"), "people", "treatments")}),
        (_("What it says"), {"fields": ("stance", "text", "strength", "certainty", "superseded_by")}),
        (_("Where this is said"), {"fields": ("sources",)}),
    )
