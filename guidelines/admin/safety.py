"""Safety in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin.catalogue import CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.mark import Marked, mark
from guidelines.admin.naming import concerned, excerpt
from guidelines.models import Safety


@admin.register(Safety)
class SafetyRows(CatalogueRows):
    """What is known on the topics that must not be left blank."""

    list_display = ("code", "topic", excerpt("text", _("what is known")), concerned, mark)
    list_filter = (InGuideline, "topic", Marked)
    linked = ("sources", "treatments", "drug_classes")
    search_fields = ("code", "text", "patient", "treatments__name", "drug_classes__name")
    fieldsets = (
        (None, {"fields": ("code",)}),
        (_("Of what"), {"fields": ("treatments", "drug_classes")}),
        (_("What is known"), {"fields": ("topic", "text", "patient")}),
        (_("Where this is said"), {"fields": ("sources",)}),
    )
