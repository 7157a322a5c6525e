"""References in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin import code
from guidelines.admin.catalogue import CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.naming import excerpt
from guidelines.models import Reference


@admin.register(Reference)
class References(CatalogueRows):
    """Publications, labels and pages."""

    codes = code.OF_LIST
    list_display = ("code", excerpt("title"), excerpt("authors", length=40), "year", "kind", "verification")
    list_filter = (InGuideline, "verification", "kind")
    search_fields = ("code", "title", "authors", "source", "doi", "pmid", "url")
    fieldsets = (
        (None, {"fields": ("code", "kind", "verification")}),
        (_("The publication"), {"fields": ("title", "authors", "source", "year")}),
        (_("Where to find it"), {"fields": ("doi", "pmid", "url")}),
        (_("What to know about it"), {"fields": ("note", "review_by", "retracted")}),
    )
