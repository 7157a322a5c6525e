"""Contributions and authorships in the admin: shown, never changed."""

from django.contrib import admin

from guidelines.admin.sealed import SealedRows
from guidelines.models import Authorship, Contribution


@admin.register(Contribution)
class Contributions(SealedRows):
    """Who changed which guideline when."""

    list_display = ("at", "guideline", "by")
    list_filter = ("guideline",)
    list_select_related = ("guideline", "by")
    search_fields = ("guideline__title", "by__email", "by__name")
    ordering = ("-id",)


@admin.register(Authorship)
class Authorships(SealedRows):
    """Who wrote which row of the catalogue when."""

    list_display = ("at", "section", "code", "by")
    list_filter = ("section",)
    list_select_related = ("by",)
    search_fields = ("code", "by__email", "by__name")
    ordering = ("-id",)
