"""Inclusions: which rows of the catalogue stand in which guideline; ticked in each row's own form."""

from django import forms
from django.contrib import admin
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from guidelines.models import Guideline, Inclusion, Section
from guidelines.models.row import GuidelineRow


def guidelines_of(row):
    """Return the guidelines in which a row of the catalogue stands."""
    here = Inclusion.objects.filter(section=row.in_document, code=row.pk)
    return list(Guideline.objects.filter(pk__in=here.values("guideline")))


def write(row, guidelines):
    """Have a row stand in these guidelines and no other; where it is new, at the end of its section."""
    there = Inclusion.objects.filter(section=row.in_document, code=row.pk)
    there.exclude(guideline__in=guidelines).delete()
    known = set(there.values_list("guideline_id", flat=True))
    last = dict(
        Inclusion.objects.filter(section=row.in_document, guideline__in=guidelines)
        .order_by()
        .values_list("guideline")
        .annotate(last=Max("position"))
    )
    Inclusion.objects.bulk_create(
        Inclusion(guideline=one, section=row.in_document, code=row.pk, position=1 + last.get(one.pk, 0))
        for one in guidelines
        if one.pk not in known
    )


def field():
    """Return the form field in which an editor ticks guidelines."""
    return forms.ModelMultipleChoiceField(
        Guideline.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Guidelines"),
        help_text=_(
            "In which guidelines this row stands. Without any it is a draft in the catalogue: it is not checked "
            "against other rows and no clinician sees it."
        ),
    )


def usual():
    """Return the guidelines in which a new row stands unless the editor says otherwise: the only one there is."""
    first_two = list(Guideline.objects.all()[:2])
    return first_two if len(first_two) == 1 else []


class InGuideline(admin.SimpleListFilter):
    """Narrows a list to the rows of one guideline, or to those that stand in none."""

    title = _("guideline")
    parameter_name = "guideline"

    def lookups(self, request, model_admin):
        """Offer every guideline, and none where a row can do without."""
        drafts = [] if issubclass(model_admin.model, GuidelineRow) else [("-", _("In none (draft)"))]
        return [*Guideline.objects.values_list("slug", "title"), *drafts]

    def queryset(self, request, queryset):
        """Return the rows asked for."""
        if self.value() is None:
            return queryset
        if issubclass(queryset.model, GuidelineRow):
            return queryset.filter(guideline=self.value())
        included = Inclusion.objects.filter(section=queryset.model.in_document)
        if self.value() == "-":
            return queryset.exclude(pk__in=included.values("code"))
        return queryset.filter(pk__in=included.filter(guideline=self.value()).values("code"))


def section_of(table):
    """Return the section of the catalogue that a table holds, or none."""
    name = getattr(table, "in_document", None)
    return Section(name) if name in Section.values else None
