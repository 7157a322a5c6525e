"""Sealed records: shown and searched in the admin, written by the product alone."""

from django.contrib import admin


class Sealed:
    """Shows rows that nobody adds, changes or deletes by hand."""

    actions = None
    view_on_site = False

    def has_add_permission(self, request, obj=None):
        """Refuse."""
        return False

    def has_change_permission(self, request, obj=None):
        """Refuse."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Refuse."""
        return False


class SealedRows(Sealed, admin.ModelAdmin):
    """A list of such rows, and a page for each."""

    list_per_page = 50

    def history_view(self, request, object_id, extra_context=None):
        """Show the row itself: what never changes has no history."""
        return self.change_view(request, object_id)


class SealedParts(Sealed, admin.TabularInline):
    """Such rows on the page of another, with the rows that they name."""

    extra = 0
    linked = ()

    def get_queryset(self, request):
        """Return the rows with what they name."""
        rows = super().get_queryset(request)
        return rows.select_related(*self.linked) if self.linked else rows
