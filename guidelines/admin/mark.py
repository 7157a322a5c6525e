"""Marks: what the sources of a row allow to be said of it on a page, as a column and a filter of its list."""

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from guidelines.engine import citation
from guidelines.models import Verification


@admin.display(description=_("mark"))
def mark(row):
    """Return the mark that a row carries to the page; nothing for what was seen at the source."""
    return citation.mark(source.pk for source in row.sources.all()) or ""


class Marked(admin.SimpleListFilter):
    """Narrows a list to the rows that carry one mark."""

    title = _("mark")
    parameter_name = "mark"

    def lookups(self, request, model_admin):
        """Offer the marks, the weakest first."""
        return [
            ("pending", _("Pending clinical sign-off")),
            ("editorial", _("… of these, editorial proposals")),
            ("secondary", _("Secondary source")),
            ("none", _("No mark: seen at the source")),
        ]

    def queryset(self, request, queryset):
        """Return the rows asked for."""
        pending = Q(pk__in=_citing(queryset.model, sources__verification=Verification.UNVERIFIED))
        secondary = Q(pk__in=_citing(queryset.model, sources__verification=Verification.SECONDARY))
        wanted = {
            "pending": pending,
            "editorial": Q(pk__in=_citing(queryset.model, sources=citation.EDITORIAL)),
            "secondary": secondary & ~pending,
            "none": ~secondary & ~pending,
        }
        return queryset.filter(wanted[self.value()]) if self.value() in wanted else queryset


def _citing(model, **condition):
    return model.objects.filter(**condition).values("pk")
