"""Options in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin.inclusion import InGuideline
from guidelines.admin.mark import Marked, mark
from guidelines.admin.row import GuidelineRows
from guidelines.models import Option


@admin.register(Option)
class Options(GuidelineRows):
    """The places of treatments in a guideline."""

    list_display = ("code", "treatment", "population", "line", "rank", "strength", "certainty", mark)
    list_filter = (InGuideline, "line", "treatment__kind", Marked)
    list_select_related = ("treatment", "population")
    linked = ("sources",)
    search_fields = ("code", "treatment__name", "population__name", "population__code", "note")
    fieldsets = (
        (None, {"fields": ("guideline", "code", "position")}),
        (_("What is placed, for whom and where"), {"fields": ("treatment", "population", ("line", "rank"))}),
        (_("How strongly"), {"fields": ("strength", "certainty", "follows", "note")}),
        (_("Where this is said"), {"fields": ("sources",)}),
    )
