"""Contributions and authorships: who changed a guideline or wrote a row, and who of them stands behind which edition."""

from django.conf import settings
from django.db import models

from .edition import Edition
from .inclusion import Section
from .row import LONGEST_CODE


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


class Authorship(models.Model):
    """One edit of a row of the catalogue by one person, in whichever guidelines it stands or in none."""

    sealed = True

    section = models.CharField(max_length=20, choices=Section.choices, help_text="The kind of row.")
    code = models.CharField(max_length=LONGEST_CODE, help_text="The code of the row; the row may be gone.")
    at = models.DateTimeField(help_text="When.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", help_text="Who.")

    class Meta:
        ordering = ("section", "code", "at", "id")
        indexes = (models.Index(fields=("section", "code"), name="who_wrote_a_row"),)

    def __str__(self):
        return f"{self.section}: {self.code} by {self.by_id}"


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
