"""Editions in the admin: shown with their review steps, never changed."""

import json

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from guidelines import review
from guidelines.admin.sealed import SealedParts, SealedRows
from guidelines.models import Contributor, Edition, ReviewStep, Stake


class Steps(SealedParts):
    """The steps of an edition."""

    model = ReviewStep
    linked = ("by",)
    fields = ("number", "state", "at", "by", "profession", "reason")


class Contributors(SealedParts):
    """Who cannot approve an edition because they wrote or submitted it."""

    model = Contributor
    linked = ("person",)


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
    fields = ("guideline", "number", "submitted_at", "submitted_by", "format", "sha256", "status", "holding")
    inlines = (Steps, Contributors, Stakes)

    def get_queryset(self, request):
        """Return the editions without their documents, which a list does not show."""
        return super().get_queryset(request).defer("document")

    def status(self, edition):
        """Return how the edition stands, its digest worked out now."""
        return review.status(edition)

    @admin.display(description=_("what it holds"))
    def holding(self, edition):
        """Return how many rows of each section the document holds."""
        plain = json.loads(edition.document)
        held = {section: len(rows) for section, rows in plain.items() if isinstance(rows, list)}
        return ", ".join(f"{count} {section.replace('_', ' ')}" for section, count in held.items())
