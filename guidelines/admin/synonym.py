"""Synonyms in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin.catalogue import CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.naming import excerpt, few
from guidelines.engine.vocabulary import MEANT
from guidelines.models import Synonym


@admin.display(description=_("stand for"))
def meant(row):
    """Return what the words are read as: words of the guideline, or the codes of its rows."""
    return row.means or few([linked.pk for name in MEANT for linked in getattr(row, name).all()])


@admin.register(Synonym)
class Synonyms(CatalogueRows):
    """Words by which people ask for what a guideline holds."""

    list_display = ("code", excerpt("terms", _("words")), meant, "language")
    list_filter = (InGuideline, "language")
    linked = tuple(MEANT)
    long_listings = ("terms",)
    rows_of_text = 8
    search_fields = ("code", "terms", "means", "drugs__name", "treatments__name", "drug_classes__name")
    fieldsets = (
        (None, {"fields": ("code", "terms", "language")}),
        (_("What they stand for: one or several rows, or words of the guideline"), {"fields": (*MEANT, "means")}),
    )
