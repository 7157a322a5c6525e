"""Alerts in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin.inclusion import InGuideline
from guidelines.admin.mark import Marked, mark
from guidelines.admin.naming import excerpt
from guidelines.admin.row import GuidelineRows
from guidelines.models import Alert


@admin.register(Alert)
class Alerts(GuidelineRows):
    """Messages that come before the advice."""

    list_display = ("code", "effect", "population", excerpt("text", "message"), mark)
    list_filter = (InGuideline, "effect", Marked)
    list_select_related = ("population",)
    linked = ("sources",)
    search_fields = ("code", "text", "population__code", "population__name")
    fieldsets = (
        (None, {"fields": ("guideline", "code", "position")}),
        (_("Who needs it, and what it does"), {"fields": ("population", "effect")}),
        (_("What the clinician reads"), {"fields": ("text",)}),
        (_("Where this is said"), {"fields": ("sources",)}),
    )
