"""Contributions: who changed the working copy of a guideline, and who of them stands behind which edition."""

from django.conf import settings
from django.db import models

from .edition import Edition


class Contribution(models.Model):
    """One edit of a guideline's working copy by one person; written with the edit."""

    sealed = True

    guideline = models.ForeignKey(
        "guidelines.Guideline", models.PROTECT, related_name="contributions", help_text="Of which guideline."
    )
    at = models.DateTimeField(help_text="When.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", help_text="Who.")

    class Meta:
        ordering = ("guideline", "at", "id")

    def __str__(self):
        return f"{self.guideline_id} by {self.by_id}"


class Contributor(models.Model):
    """A person who cannot approve an edition because they wrote or submitted it; frozen with the edition."""

    sealed = True

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="contributors", help_text="Of which edition.")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", help_text="Who.")

    class Meta:
        ordering = ("edition", "person")
        constraints = (models.UniqueConstraint(fields=("edition", "person"), name="contributor_once"),)

    def __str__(self):
        return f"{self.edition_id}: {self.person_id}"
