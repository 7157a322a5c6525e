"""Monitoring in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin.catalogue import CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.mark import Marked, mark
from guidelines.admin.naming import concerned, excerpt
from guidelines.models import Monitoring


@admin.register(Monitoring)
class MonitoringRows(CatalogueRows):
    """What to check before, during and on stopping a treatment."""

    list_display = (
        "code",
        "phase",
        excerpt("text", _("what to check")),
        concerned,
        mark,
    )
    list_filter = (InGuideline, "phase", Marked)
    linked = ("sources", "treatments", "drug_classes")
    search_fields = ("code", "text", "patient", "treatments__name", "drug_classes__name")
    fieldsets = (
        (None, {"fields": ("code",)}),
        (_("Of what"), {"fields": ("treatments", "drug_classes")}),
        (_("When, in whom, and what to check"), {"fields": ("phase", "population", "text")}),
        (_("On the leaflet for patients"), {"fields": ("patient", "urgent")}),
        (_("Where this is said"), {"fields": ("sources",)}),
    )
