"""Acknowledgements: which clinician saw a withholding alert and went on, kept for good."""

from django.conf import settings
from django.db import models

from .consultation import Consultation


class Acknowledgement(models.Model):
    """One alert of one consultation, acknowledged. Append-only."""

    sealed = True

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="acknowledgements")
    alert = models.CharField(max_length=100, help_text="The alert's code in the edition.")
    acknowledged_at = models.DateTimeField()
    acknowledged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("acknowledged_at",)
        constraints = (models.UniqueConstraint("consultation", "alert", name="one_acknowledgement_per_alert"),)

    def __str__(self):
        return f"{self.alert} of {self.consultation_id}"
