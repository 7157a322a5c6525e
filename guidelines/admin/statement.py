"""Statements in the admin, with their wording for each audience."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin import code
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.mark import Marked, mark
from guidelines.admin.naming import excerpt
from guidelines.admin.part import Parts
from guidelines.admin.row import GuidelineRows
from guidelines.models import Rendering, Statement


class Renderings(Parts):
    """The same in other languages."""

    model = Rendering


@admin.register(Statement)
class Statements(GuidelineRows):
    """The sentences of a guideline."""

    codes = code.OF_LIST
    list_display = ("code", "section", excerpt("text", _("for clinicians")), "verdict", mark)
    list_filter = (InGuideline, "section", "verdict", Marked)
    linked = ("sources",)
    search_fields = ("code", "text", "student", "patient", "claim", "finding")
    inlines = (Renderings,)
    fieldsets = (
        (None, {"fields": ("guideline", "code", "section", "position")}),
        (_("Wording for each audience"), {"fields": ("text", "student", "patient")}),
        (_("Who sees it"), {"fields": ("population",)}),
        (_("If it answers a claim of the source article"), {"fields": ("claim", "verdict", "finding")}),
        (_("Where this is said"), {"fields": ("sources",)}),
    )
