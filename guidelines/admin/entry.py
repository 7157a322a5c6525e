"""Entries of the ledger in the admin: shown, never changed."""

from django.contrib import admin

from guidelines.admin.sealed import SealedRows
from guidelines.models import Entry


@admin.register(Entry)
class Entries(SealedRows):
    """Every act, the newest first."""

    list_display = ("at", "by", "act", "subject")
    list_display_links = ("at", "act")
    list_filter = ("act",)
    list_select_related = ("by",)
    search_fields = ("act", "subject", "by__email", "by__name", "leaf")
    ordering = ("-id",)
    show_full_result_count = False
