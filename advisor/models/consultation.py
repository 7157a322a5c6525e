"""Consultations: what was asked about a patient and the whole advice as it was given, kept for good."""

import uuid

from django.conf import settings
from django.db import models


class Consultation(models.Model):
    """One set of answers, the edition they were put to, and the advice that came back. Append-only."""

    sealed = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=64, unique=True, help_text="The draft's own: asking twice records once.")
    guideline = models.SlugField(max_length=100)
    edition = models.ForeignKey("guidelines.Edition", on_delete=models.PROTECT, related_name="+")
    edition_sha256 = models.CharField("SHA-256 of the edition", max_length=64)
    engine = models.CharField("engine version", max_length=40)
    advice_digest = models.CharField(max_length=64)
    consulted_at = models.DateTimeField()
    consulted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    follows = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
        help_text="An earlier one about the same patient, from whose answers it was begun.",
    )
    fired = models.TextField(help_text="The rules that had a say in the advice, by their places.")
    # What is long stands last: SQLite reads through it to whatever stands behind.
    answers = models.TextField(help_text="The answers document as JSON.")
    advice = models.TextField(help_text="The whole advice as given, as JSON.")

    class Meta:
        ordering = ("-consulted_at",)
        indexes = (
            models.Index(fields=("consulted_by", "-consulted_at"), name="own_consultations"),
            models.Index(fields=("guideline", "consulted_at"), name="consultations_of_a_guideline"),
        )

    def __str__(self):
        return f"{self.guideline} {self.id}"
