"""Comments in the admin: shown with how they were resolved, never changed."""

from django.contrib import admin

from guidelines.admin.naming import excerpt
from guidelines.admin.sealed import SealedParts, SealedRows
from guidelines.models import Comment, Resolution


class Resolutions(SealedParts):
    """How a comment was resolved."""

    model = Resolution


@admin.register(Comment)
class Comments(SealedRows):
    """What reviewers remarked on which row of which edition."""

    list_display = ("at", "edition", "place", excerpt("text"), "by")
    list_filter = ("edition__guideline",)
    search_fields = ("place", "text", "by__email", "by__name")
    ordering = ("-id",)
    inlines = (Resolutions,)

    def get_queryset(self, request):
        """Return the comments with what the list names, but without the documents."""
        return super().get_queryset(request).select_related("edition", "by").defer("edition__document")
