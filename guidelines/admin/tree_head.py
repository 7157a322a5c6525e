"""The ledger's tree in the admin: heads and leaves, shown and never changed."""

from django.contrib import admin

from guidelines.admin.entry import Newest
from guidelines.admin.sealed import SealedRows
from guidelines.models import Leaf, TreeHead


@admin.register(TreeHead)
class TreeHeads(SealedRows):
    """The roots taken over the ledger, the newest first."""

    list_display = ("number", "at", "size", "root")
    search_fields = ("root",)
    paginator = Newest
    ordering = ("-number",)
    show_full_result_count = False


@admin.register(Leaf)
class Leaves(SealedRows):
    """Which entry of the ledger is which leaf."""

    list_display = ("index", "entry", "head")
    list_select_related = ("entry", "head")
    search_fields = ("entry__leaf__exact",)
    paginator = Newest
    ordering = ("-index",)
    show_full_result_count = False
