"""Entries of the ledger in the admin: found among a million by act, by time and by what is typed; never changed."""

import re

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.paginator import Paginator
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from guidelines.admin.sealed import SealedRows
from guidelines.ledger import entry
from guidelines.models import Entry, Leaf


SHOWN = 1000
LEAF = re.compile("[0-9a-f]{64}")


class Act(admin.SimpleListFilter):
    """Which acts to show."""

    title, parameter_name = _("act"), "act"

    def lookups(self, request, model_admin):
        """Return every act there is."""
        return [(act, act) for act in entry.acts()]

    def queryset(self, request, queryset):
        """Keep the entries of one act."""
        return queryset.filter(act=self.value()) if self.value() else queryset


class Newest(Paginator):
    """Pages of the newest rows: nobody turns further, and counting a million takes longer than showing fifty."""

    @cached_property
    def count(self):
        """Count as far as the pages go."""
        return self.object_list.order_by()[:SHOWN].count()


@admin.register(Entry)
class Entries(SealedRows):
    """Every act, the newest first."""

    list_display = ("at", "by", "act", "subject")
    list_display_links = ("at", "act")
    list_filter = (Act, "at")
    list_select_related = ("by",)
    paginator = Newest
    search_fields = ("act", "subject")
    search_help_text = format_lazy(
        _("An act, what it was done to, a name, an e-mail or a leaf. At most the newest {shown} are shown."),
        shown=SHOWN,
    )
    ordering = ("-id",)
    show_full_result_count = False
    fields = ("at", "by", "act", "subject", "detail", "leaf", "sealed")
    readonly_fields = ("sealed",)

    def get_search_results(self, request, queryset, search_term):
        """Find the newest entries that a term fits, in one walk through the ledger at most."""
        term = search_term.strip()
        if not term:
            return queryset, False
        exact = queryset.filter(subject=term)
        fitting = exact if exact.exists() else queryset.filter(matching(term))
        newest = fitting.order_by("-pk").values_list("pk", flat=True)[:SHOWN]
        return queryset.filter(pk__in=list(newest)), False

    @admin.display(description=_("sealed as"))
    def sealed(self, row):
        """Say which leaf of the tree an entry is, and the first head over it."""
        leaf = Leaf.objects.filter(entry=row).select_related("head").first()
        if leaf is None:
            return _("Not sealed yet.")
        words = _("Leaf %(leaf)s, under head %(number)s of %(at)s UTC: %(head)s")
        at = date_format(leaf.head.at, "DATETIME_FORMAT")
        return words % {"leaf": leaf.index, "number": leaf.head.number, "at": at, "head": leaf.head}


def matching(term):
    """Return the condition that an entry has this leaf, or fits the term by its act, its subject or who did it."""
    if LEAF.fullmatch(term):
        return Q(leaf=term)
    people = get_user_model().objects.filter(Q(email__icontains=term) | Q(name__icontains=term))
    by = list(people.values_list("pk", flat=True))
    return Q(act__icontains=term) | Q(subject__icontains=term) | Q(by_id__in=by)
