"""Editions: numbered, frozen, self-contained documents; never changed after they are made."""

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Q


class Edition(models.Model):
    """One frozen document of a guideline. Its status is computed from its review steps and its digest."""

    sealed = True

    guideline = models.ForeignKey(
        "guidelines.Guideline", models.PROTECT, related_name="editions", help_text="Of which guideline."
    )
    number = models.PositiveIntegerField(help_text="Counted from 1 within the guideline.")
    format = models.PositiveSmallIntegerField(help_text="The format in which the document is written.")
    sha256 = models.CharField("SHA-256", max_length=64, help_text="The digest of the document when it was frozen.")
    submitted_at = models.DateTimeField(help_text="When it was frozen.")
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", help_text="Who submitted it for review."
    )
    approvals_needed = models.PositiveSmallIntegerField(
        help_text="How many reviewers, of different professions, must approve it."
    )
    # The last column, also in the migration: SQLite reads through it to reach what stands behind it.
    document = models.TextField(help_text="The content as canonical JSON, exactly as its digest covers it.")

    class Meta:
        ordering = ("guideline", "number")
        constraints = (
            models.UniqueConstraint(fields=("guideline", "number"), name="edition_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="edition_number_from_1"),
            models.CheckConstraint(condition=Q(approvals_needed__in=(1, 2)), name="edition_needs_1_or_2_approvals"),
        )
        permissions = (("review_edition", "Can take, approve, send back and withdraw editions"),)

    def __str__(self):
        return f"{self.guideline_id}, edition {self.number}"

    def intact(self) -> bool:
        """Tell whether the document is still what its digest covered."""
        return hashlib.sha256(self.document.encode()).hexdigest() == self.sha256
