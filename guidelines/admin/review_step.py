"""Review steps in the admin: shown, never changed."""

from django.contrib import admin

from guidelines.admin.sealed import SealedRows
from guidelines.models import ReviewStep


@admin.register(ReviewStep)
class ReviewSteps(SealedRows):
    """Who moved which edition to which state."""

    list_display = ("at", "edition", "number", "state", "by", "profession", "reason")
    list_filter = ("edition__guideline", "state", "profession")
    search_fields = ("edition__guideline__slug", "by__email", "by__name", "reason")
    ordering = ("-at", "-number")

    def get_queryset(self, request):
        """Return the steps with what the list names, but without the documents."""
        return super().get_queryset(request).select_related("edition", "by").defer("edition__document")
