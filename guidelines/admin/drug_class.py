"""Drug classes in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin.catalogue import CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.mark import Marked, mark
from guidelines.admin.naming import listed
from guidelines.models import DrugClass


@admin.register(DrugClass)
class DrugClasses(CatalogueRows):
    """Named groups of drugs that share a rule."""

    list_display = ("code", "name", listed("members"), mark)
    list_filter = (InGuideline, Marked)
    linked = ("sources", "members")
    search_fields = ("code", "name", "members__name")
    fieldsets = (
        (None, {"fields": ("code", "name")}),
        (_("Which drugs belong to it"), {"fields": ("members",)}),
        (_("Where this is said"), {"fields": ("sources",)}),
    )
