"""Contributions in the admin: shown, never changed."""

from django.contrib import admin

from guidelines.admin.sealed import SealedRows
from guidelines.models import Contribution


@admin.register(Contribution)
class Contributions(SealedRows):
    """Who changed which guideline when."""

    list_display = ("at", "guideline", "by")
    list_filter = ("guideline",)
    list_select_related = ("guideline", "by")
    search_fields = ("guideline__title", "by__email", "by__name")
    ordering = ("-id",)
