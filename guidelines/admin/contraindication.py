"""Contraindications in the admin, interactions among them."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin.catalogue import CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.mark import Marked, mark
from guidelines.admin.naming import concerned, excerpt
from guidelines.models import Contraindication


@admin.register(Contraindication)
class Contraindications(CatalogueRows):
    """What rules treatments out, or asks for caution."""

    list_display = (
        "code",
        concerned,
        "severity",
        "population",
        excerpt("reason"),
        mark,
    )
    list_filter = (InGuideline, "severity", "interaction", Marked)
    list_select_related = ("population",)
    linked = ("sources", "treatments", "drug_classes")
    search_fields = ("code", "reason", "action", "population__name", "treatments__name", "drug_classes__name")
    fieldsets = (
        (None, {"fields": ("code",)}),
        (_("What is ruled out"), {"fields": ("treatments", "drug_classes")}),
        (_("In whom, and how strongly"), {"fields": ("population", "severity", "interaction", "jurisdictions")}),
        (_("What the clinician reads"), {"fields": ("reason", "action")}),
        (_("Where this is said"), {"fields": ("sources",)}),
    )
