"""Recalls: which clinician saw that advice they once got would be given differently today, kept for good."""

from django.conf import settings
from django.db import models

from .consultation import Consultation


class Recall(models.Model):
    """What a later edition, or a withdrawal, says against one consultation, as a clinician acknowledged it. Append-only."""

    sealed = True

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="recalls")
    edition = models.ForeignKey(
        "guidelines.Edition",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The edition that would advise differently, or that was withdrawn.",
    )
    said = models.TextField(help_text="What was shown, a sentence a line.")
    acknowledged_at = models.DateTimeField()
    acknowledged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("acknowledged_at",)
        constraints = (models.UniqueConstraint("consultation", "edition", name="one_recall_per_edition"),)

    def __str__(self):
        return f"{self.consultation_id} by {self.edition_id}"
