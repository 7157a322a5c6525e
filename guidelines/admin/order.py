"""The order in which the rows of the catalogue stand in a guideline; changed in a list, never added to by hand."""

from django.contrib import admin

from guidelines.admin.trail import Trail
from guidelines.models import Inclusion


@admin.register(Inclusion)
class Inclusions(Trail, admin.ModelAdmin):
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

    def has_add_permission(self, request, obj=None):
        """Refuse: a row's own form says where it stands."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Refuse: a row's own form says where it stands."""
        return False
