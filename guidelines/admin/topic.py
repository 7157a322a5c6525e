"""Topics in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin.catalogue import CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.naming import excerpt
from guidelines.models import Topic


@admin.register(Topic)
class Topics(CatalogueRows):
    """The pages of the wizard."""

    list_display = ("code", "title", excerpt("intro", "introduction"))
    list_filter = (InGuideline,)
    search_fields = ("code", "title", "intro")
    fieldsets = (
        (None, {"fields": ("code",)}),
        (_("What the clinician reads"), {"fields": ("title", "intro")}),
    )
