"""Populations in the admin, with their lines, and what they say in plain English."""

from django.contrib import admin, messages
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from guidelines import assembly
from guidelines.admin import readout, unsaved
from guidelines.admin.catalogue import CatalogueForm, CatalogueRows
from guidelines.admin.inclusion import InGuideline
from guidelines.admin.part import Parts
from guidelines.models import Line, Population


# The name under which a browser asks to have what was typed read, and how it asks for that part of the page alone.
READ, PART = "_read", "part"


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


class Form(CatalogueForm):
    """The form of a population; it may be read without being saved."""

    only_read = False

    def is_valid(self):
        """Tell whether it may be saved."""
        return super().is_valid() and not self.only_read


@admin.register(Population)
class Populations(CatalogueRows):
    """Named groups of patients."""

    form = Form
    change_form_template = "admin/guidelines/population/change_form.html"
    list_display = ("code", "name", "said")
    list_filter = (InGuideline, "join")
    linked = ("lines",)
    search_fields = ("code", "name", "lines__fact__code", "lines__fact__label", "lines__values")
    inlines = (Lines,)
    fieldsets = (
        (None, {"fields": ("code", "name", "join")}),
        (_("Where this is said"), {"fields": ("sources",)}),
    )

    class Media:
        js = ("js/reading.js",)

    @admin.display(description=_("lines"))
    def said(self, population):
        """Return the lines as short as a list shows them."""
        return "; ".join(map(in_short, population.lines.all()))

    def get_form(self, request, obj=None, change=False, **options):
        """Return the form; where it is only read, one that cannot be saved."""
        made = super().get_form(request, obj, change, **options)
        return type(made.__name__, (made,), {"only_read": READ in request.POST})

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Show or save a population, or read what was typed, which needs neither comparison nor transaction."""
        view = self._changeform_view if READ in request.POST else super().changeform_view
        return view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, *args, obj=None, **options):
        """Show a population with whom it takes in; as a part of the page where only that was asked for."""
        if READ in request.POST:
            context["reading"] = _typed(context)
        elif obj is not None:
            context["reading"] = readout.Readout(text=readout.population(obj))
        if request.POST.get(READ) == PART:
            return TemplateResponse(request, "admin/guidelines/population/reading.html", context)
        return super().render_change_form(request, context, *args, obj=obj, **options)

    def save_related(self, request, form, formsets, change):
        """Save the lines, and tell the editor what the engine now reads."""
        super().save_related(request, form, formsets, change)
        read = [readout.sentence(plain, form.instance.pk, one.title) for one, plain in form.documents.items()]
        messages.info(request, _("In plain English: %s") % (read[0] if read else readout.STANDS_NOWHERE))


def _typed(context):
    """Read the population that was typed into the forms of a page."""
    form, formsets = context["adminform"].form, [inline.formset for inline in context["inline_admin_formsets"]]
    wrong = unsaved.faults(formsets)
    if wrong:
        return readout.Readout(faults=wrong)
    standing = form.cleaned_data.get("guidelines")
    if not standing:
        return readout.Readout(text=readout.STANDS_NOWHERE)
    record = {"name": "the patient is in this group"} | unsaved.record(form, formsets)
    return readout.typed(assembly.assembled(standing[0]), record, standing[0].title)
