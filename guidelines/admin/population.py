"""Populations in the admin, with their lines, and what they say in plain English."""

from django.contrib import admin, messages

from guidelines.admin import readout
from guidelines.admin.catalogue import CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.part import Parts
from guidelines.models import Line, Population


def in_short(line):
    """Return one line as a list shows it."""
    bound = "" if line.number is None else f"{line.number:g}"
    besides = f"besides {', '.join(line.besides)}" if line.besides else ""
    taking = f"or still taking {line.or_taking_id}" if line.or_taking_id else ""
    said = (line.fact_id or line.population_id, line.get_op_display(), bound, ", ".join(line.values), besides, taking)
    return ("not: " if line.negated else "") + " ".join(filter(None, said))


class Lines(Parts):
    """The conditions that make a population."""

    model = Line

    def get_extra(self, request, obj=None, **options):
        """Return one empty line for a new population, which cannot be without."""
        return 0 if obj else 1


@admin.register(Population)
class Populations(CatalogueRows):
    """Named groups of patients."""

    list_display = ("code", "name", "said")
    list_filter = (InGuideline, "join")
    linked = ("lines",)
    search_fields = ("code", "name", "lines__fact__code", "lines__fact__label", "lines__values")
    readonly_fields = ("in_words",)
    inlines = (Lines,)
    fieldsets = (
        (None, {"fields": ("code", "name", "join", "in_words")}),
        ("Where this is said", {"fields": ("sources",)}),
    )

    @admin.display(description="lines")
    def said(self, population):
        """Return the lines as short as a list shows them."""
        return "; ".join(map(in_short, population.lines.all()))

    @admin.display(description="in plain English")
    def in_words(self, population):
        """Return whom a population takes in, as the engine reads it, or why that cannot be said."""
        return readout.population(population) if population.pk else "Shown once it is saved."

    def save_related(self, request, form, formsets, change):
        """Save the lines, and tell the editor what the engine now reads."""
        super().save_related(request, form, formsets, change)
        messages.info(request, f"In plain English: {readout.population(form.instance)}")
