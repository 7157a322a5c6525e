"""Dose ranges in the admin, with their titration and adjustment table."""

from django import forms
from django.contrib import admin, messages
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from guidelines.admin import neighbours, trail
from guidelines.admin.catalogue import CatalogueForm, CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.mark import Marked, mark
from guidelines.admin.part import Parts
from guidelines.models import Cell, DoseRange, Titration
from guidelines.models.dose_range import Axis


class TitrationSteps(Parts):
    """The steps of a sourced titration."""

    model = Titration


class Cells(Parts):
    """The adjustment table."""

    model = Cell


class Form(CatalogueForm):
    """The form of a dose range; it can move the bounds of the neighbouring bands along."""

    meet = forms.BooleanField(
        required=False,
        label=_("Let the neighbouring bands meet this one"),
        help_text=_(
            "Tick it when you move a bound or put a band between two others: the band below then ends, and the band "
            "above begins, where this one does. Without it an edit that leaves a gap or an overlap is refused."
        ),
    )


@admin.register(DoseRange)
class DoseRanges(CatalogueRows):
    """How much of a treatment, for whom, limited by what."""

    form = Form
    list_display = ("code", "treatment", "limit", "band", "amount", "where", mark)
    list_filter = (InGuideline, "axis", "kind", Marked)
    list_select_related = ("treatment", "band_fact")
    linked = ("sources",)
    search_fields = ("code", "treatment__name", "treatment__drug__name", "schedule", "note", "indication__name")
    inlines = (TitrationSteps, Cells)
    fieldsets = (
        (None, {"fields": ("code", "treatment", "axis", "kind")}),
        (_("For whom"), {"fields": ("indication", "population", "jurisdictions")}),
        (
            _("The band of the number that decides, if one does"),
            {
                "fields": (
                    "band_fact",
                    ("band_low", "band_low_open"),
                    ("band_high", "band_high_open"),
                    "meet",
                    "or_population",
                )
            },
        ),
        (_("The dose"), {"fields": ("unit", ("usual_low", "usual_high", "maximum"), "schedule", "note")}),
        (_("How to begin and to raise it"), {"fields": (("start", "step_amount", "step_days"), "start_text", "step")}),
        (_("Only if the numbers are not read as they stand"), {"fields": (("percent_low", "percent_high"), "per")}),
        (_("Where this is said"), {"fields": ("sources",)}),
    )

    @admin.display(description=_("limited by"), ordering="axis")
    def limit(self, row):
        """Return the axis in a word."""
        return "—" if row.axis == Axis.BASE else row.axis

    @admin.display(description=_("band"), ordering="band_low")
    def band(self, row):
        """Return the band with its bounds, open or closed."""
        if not row.band_fact_id:
            return ""
        low = "" if row.band_low is None else f"{'>' if row.band_low_open else '≥'} {row.band_low:g}"
        high = "" if row.band_high is None else f"{'<' if row.band_high_open else '≤'} {row.band_high:g}"
        return f"{row.band_fact_id} {', '.join(filter(None, (low, high)))}"

    @admin.display(description=_("dose"), ordering="maximum")
    def amount(self, row):
        """Return the usual daily amount and the highest."""
        usual = "–".join(dict.fromkeys(f"{end:g}" for end in (row.usual_low, row.usual_high) if end is not None))
        highest = "" if row.maximum is None else _("at most %s") % f"{row.maximum:g}"
        said = ", ".join(filter(None, (usual, highest)))
        return f"{said} {row.unit}" if said else row.start_text or row.schedule

    @admin.display(description=_("where"))
    def where(self, row):
        """Return the jurisdictions."""
        return ", ".join(row.jurisdictions) or _("everywhere")

    @admin.display(description=_("let the neighbouring bands meet this one"))
    def meet(self, row):
        """Return nothing: only a form that may be saved asks for it."""
        return "—"

    def settle(self, request, form):
        """Move the bounds of the neighbouring bands along where the editor asked for it, each with its entry."""
        super().settle(request, form)
        for row in neighbours.meet(form.instance) if form.cleaned_data["meet"] else ():
            before = trail.state(row)
            row.save()
            changed = trail.changes(before, trail.state(row))
            trail.enter("row changed", row, changed, by=request.user, at=timezone.now())
            words = _("%(treatment)s: the band of “%(row)s” is now %(band)s.")
            messages.info(request, words % {"treatment": row.treatment, "row": row, "band": self.band(row)})
