"""Disagreements in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin import code
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.naming import excerpt, listed
from guidelines.admin.row import GuidelineRows
from guidelines.models import Disagreement


@admin.register(Disagreement)
class Disagreements(GuidelineRows):
    """Questions on which bodies differ."""

    codes = code.OF_LIST
    list_display = ("code", excerpt("question"), listed("positions"), "population")
    list_filter = (InGuideline,)
    list_select_related = ("population",)
    linked = ("positions",)
    search_fields = ("code", "question", "summary", "positions__body")
    fieldsets = (
        (None, {"fields": ("guideline", "code", "position")}),
        (_("The question, and what bodies say to it"), {"fields": ("question", "positions", "summary")}),
        (_("Who sees it"), {"fields": ("population",)}),
    )
