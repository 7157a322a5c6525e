"""Parts: rows that are edited on the page of the row they belong to."""

from django.contrib import admin

from guidelines.admin.naming import Named


class Parts(Named, admin.TabularInline):
    """The rows of one kind that belong to a row."""

    fk_name = "parent"
    extra = 0
    rows_of_text = 2
    template = "admin/guidelines/tabular.html"

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Return the field of a cell; its only label is the heading of its column, and there is no room for icons."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            field.widget.attrs["aria-label"] = field.label
            field.widget.can_add_related = field.widget.can_change_related = False
        return field
