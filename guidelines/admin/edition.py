"""Editions in the admin: shown with their review steps, never changed."""

import json

from django.contrib import admin

from guidelines.admin.sealed import SealedParts, SealedRows
from guidelines.models import Contributor, Edition, ReviewStep, Stake


class Steps(SealedParts):
    """The steps of an edition."""

    model = ReviewStep
    fields = ("number", "state", "at", "by", "profession", "reason")


class Contributors(SealedParts):
    """Who cannot approve an edition because they wrote or submitted it."""

    model = Contributor


class Stakes(SealedParts):
    """The makers of what an edition changes."""

    model = Stake


@admin.register(Edition)
class Editions(SealedRows):
    """Numbered, frozen documents."""

    list_display = ("guideline", "number", "submitted_at", "submitted_by", "sha256")
    list_display_links = ("guideline", "number")
    list_filter = ("guideline",)
    list_select_related = ("guideline", "submitted_by")
    search_fields = ("guideline__slug", "guideline__title", "sha256", "submitted_by__email")
    fields = ("guideline", "number", "submitted_at", "submitted_by", "format", "sha256", "untouched", "holding")
    inlines = (Steps, Contributors, Stakes)

    def get_queryset(self, request):
        """Return the editions without their documents, which a list does not show."""
        return super().get_queryset(request).defer("document")

    @admin.display(description="content is as frozen", boolean=True)
    def untouched(self, edition):
        """Tell whether the document is still what its digest covered."""
        return edition.intact()

    @admin.display(description="what it holds")
    def holding(self, edition):
        """Return how many rows of each section the document holds."""
        plain = json.loads(edition.document)
        held = {section: len(rows) for section, rows in plain.items() if isinstance(rows, list)}
        return ", ".join(f"{count} {section.replace('_', ' ')}" for section, count in held.items())
