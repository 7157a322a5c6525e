"""Sources in the admin: each reference in the three ways in which it can be seen, made with the reference."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines.admin.sealed import SealedRows
from guidelines.models import Source


@admin.register(Source)
class Sources(SealedRows):
    """What rules name as their sources."""

    list_display = ("code", "verification", "reference_title")
    list_filter = ("verification",)
    list_select_related = ("reference",)
    search_fields = ("code", "reference__title", "reference__authors")

    @admin.display(description=_("reference"), ordering="reference__title")
    def reference_title(self, source):
        """Return the title of the reference, where there is one."""
        return source.reference.title if source.reference else _("no publication")
