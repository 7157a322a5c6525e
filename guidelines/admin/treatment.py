"""Treatments in the admin, with their strengths."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin.catalogue import CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.mark import Marked, mark
from guidelines.admin.naming import excerpt
from guidelines.admin.part import Parts
from guidelines.models import Strength, Treatment


class Strengths(Parts):
    """The marketed strengths."""

    model = Strength


@admin.register(Treatment)
class Treatments(CatalogueRows):
    """Drugs in one form, and measures without a drug."""

    list_display = ("code", "name", "kind", "drug", "form", excerpt("labelling"), mark)
    list_filter = (InGuideline, "kind", Marked)
    list_select_related = ("drug",)
    linked = ("sources",)
    search_fields = ("code", "name", "summary", "patient", "drug__name", "drug__synonyms")
    inlines = (Strengths,)
    fieldsets = (
        (None, {"fields": ("code", "name", "kind")}),
        (_("What it is"), {"fields": ("drug", "form", "summary", "patient", "labelling")}),
        (
            _("When a trial was adequate, and when to stop"),
            {"fields": (("adequate_dose", "adequate_weeks"), "adequate_trial", "stopping")},
        ),
        (_("Where this is said"), {"fields": ("sources",)}),
    )
