"""Effect estimates in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin.catalogue import CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.mark import Marked, mark
from guidelines.admin.naming import concerned, excerpt
from guidelines.models import EffectEstimate


@admin.register(EffectEstimate)
class EffectEstimates(CatalogueRows):
    """Numbers for benefit and harm."""

    list_display = (
        "code",
        concerned,
        "measure",
        "value",
        "low",
        "high",
        excerpt("outcome"),
        mark,
    )
    list_filter = (InGuideline, "measure", Marked)
    linked = ("sources", "treatments", "drug_classes")
    search_fields = ("code", "outcome", "people", "text", "treatments__name", "drug_classes__name")
    fieldsets = (
        (None, {"fields": ("code",)}),
        (_("Whose effect"), {"fields": ("treatments", "drug_classes")}),
        (_("The number"), {"fields": ("measure", "value", ("low", "high"), "unbounded", "text")}),
        (
            _("Where the source counts people"),
            {"fields": (("responders", "treated"), ("control_responders", "control_treated"))},
        ),
        (_("How to read it"), {"fields": ("outcome", "comparator", "dose", "weeks", "people", "note", "review_by")}),
        (_("Who sees it"), {"fields": ("population",)}),
        (_("Where this is said"), {"fields": ("sources",)}),
    )
