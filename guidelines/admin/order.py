"""The order in which the rows of the catalogue stand in a guideline; changed in a list, never added to by hand."""

from django import forms
from django.contrib import admin
from django.db import transaction
from django.utils.translation import gettext as _

from guidelines import contribution
from guidelines.admin.trail import Trail
from guidelines.admin.watch import Watched
from guidelines.models import Inclusion


class Place(forms.ModelForm):
    """The place of one row in the list; it carries the place that it was shown with."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["position"].show_hidden_initial = True

    def clean_position(self):
        """Refuse to move a row that somebody else moved meanwhile."""
        field, shown = self.fields["position"], self.data.get(self["position"].html_initial_name)
        now = self.initial["position"]
        if field.has_changed(shown, self.cleaned_data["position"]) and field.has_changed(now, shown):
            raise forms.ValidationError(
                _("Somebody else put it at %s meanwhile. Nothing was saved: open the list again and place it there.")
                % now
            )
        return self.cleaned_data["position"]


@admin.register(Inclusion)
class Inclusions(Watched, Trail, admin.ModelAdmin):
    """Which rows of the catalogue stand in which guideline, in their order."""

    actions = None
    list_display = ("code", "guideline", "section", "position")
    list_editable = ("position",)
    list_filter = ("guideline", "section")
    list_select_related = ("guideline",)
    list_per_page = 50
    search_fields = ("code", "section", "guideline__title")
    fields = ("guideline", "section", "code", "position")
    readonly_fields = ("guideline", "section", "code")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Return the field of a cell, which has no label of its own but the heading of its column."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            field.widget.attrs["aria-label"] = field.label
        return field

    def get_changelist_form(self, request, **options):
        """Return the form of one row of the list."""
        return super().get_changelist_form(request, **{"form": Place} | options)

    def changelist_view(self, request, extra_context=None):
        """Show the list, or save the places that were typed into it, with everything held that they are compared with."""
        if request.method != "POST":
            return super().changelist_view(request, extra_context)
        with transaction.atomic():
            contribution.hold()
            return super().changelist_view(request, extra_context)

    def has_add_permission(self, request, obj=None):
        """Refuse: a row's own form says where it stands."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Refuse: a row's own form says where it stands."""
        return False
