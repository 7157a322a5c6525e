"""Rows: what every page of the working copy does: it names rows, keeps the trail and lets nothing unsound stay."""

from django.contrib import admin, messages
from django.utils.translation import gettext as _

from guidelines.admin import code, conflict, soundness, tally
from guidelines.admin.aside import Aside
from guidelines.admin.deletion import Kept
from guidelines.admin.naming import Named
from guidelines.admin.trail import Trail
from guidelines.admin.watch import Watched
from guidelines.models import Guideline


class Form(conflict.Form):
    """A form that repeats what the guidelines said against its edit."""

    refused = ()

    def clean(self):
        """Refuse the edit with the sentences of its faults, each at its field where it has one."""
        cleaned = super().clean()
        for fault in self.refused:
            field = soundness.field_of(fault, self.instance)
            known = field in self.fields
            text = fault.text[:1].upper() + fault.text[1:] if known else soundness.sentence(fault)
            self.add_error(field if known else None, text)
        if any("does not exist" in fault.text for fault in self.refused):
            self.add_error(None, soundness.ELSEWHERE)
        return cleaned


class Rows(Kept, Named, Aside, Watched, Trail, admin.ModelAdmin):
    """The rows of one table of the working copy; each kind says which guidelines an edit has `reached`."""

    form = Form
    codes = code.OF_CATALOGUE
    fixed = ("code",)
    linked = ()
    actions = None
    view_on_site = False
    list_per_page = 50

    def get_queryset(self, request):
        """Return the rows with the links that the list shows."""
        return super().get_queryset(request).prefetch_related(*self.linked)

    def get_list_display(self, request):
        """Return the columns, and what is due about each row."""
        return (*super().get_list_display(request), tally.due)

    def get_list_filter(self, request):
        """Return the filters, with one for what is due."""
        return (*super().get_list_filter(request), tally.OfWhatIsDue)

    def get_changelist(self, request, **options):
        """Return a list that counts what is due about its rows."""
        return tally.Tallied

    def get_readonly_fields(self, request, obj=None):
        """Return what cannot be changed once a row is there: the name by which others mean it."""
        shown = super().get_readonly_fields(request, obj)
        return (*shown, *self.fixed) if obj else shown

    def get_form(self, request, obj=None, change=False, **options):
        """Return the form, with what was said against the edit if it is shown again."""
        made = super().get_form(request, obj, change, **options)
        return type(made.__name__, (made,), {"refused": getattr(request, "refused", ())})

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Return the field of a form; a code is told how codes are spelt."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "code":
            field.validators = [self.codes]
        return field

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Show a row, or save it; an edit that breaks a guideline is undone and shown again with the reasons."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except soundness.Refused as refused:
            request.refused = refused.faults
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        """Save a row, and remember what was wrong with its guidelines before."""
        form.standing = {guideline: soundness.standing(guideline, obj) for guideline in self.reached(form)}
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """Save what belongs to a row; raise Refused if the whole edit breaks a guideline."""
        super().save_related(request, form, formsets, change)
        self.settle(request, form)
        form.documents, left = soundness.check(form.instance, form.standing)
        if left:
            words = _("The guideline is not ready yet; its own page lists why (%(count)s in all): %(first)s")
            messages.warning(request, words % {"count": len(left), "first": soundness.sentence(left[0])})

    def settle(self, request, form):
        """Do what else belongs to the edit before it is judged."""


class GuidelineRows(Rows):
    """Rows that belong to one guideline."""

    fixed = ("guideline", "code")

    def get_changeform_initial_data(self, request):
        """Return what a new row begins with: the guideline, where there is only one."""
        only = list(Guideline.objects.all()[:2])
        chosen = {"guideline": only[0].pk} if len(only) == 1 else {}
        return chosen | super().get_changeform_initial_data(request)

    def reached(self, form):
        """Return the guideline to which the row belongs."""
        return {form.instance.guideline}

    def standing_in(self, row):
        """Return the guideline to which a row belongs."""
        return [row.guideline]
