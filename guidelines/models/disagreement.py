"""Disagreements: positions of different bodies, side by side on one question."""

from django.db import models

from .links import Links
from .row import GuidelineRow


class Disagreement(GuidelineRow):
    """Positions side by side on one question."""

    in_document = "disagreements"

    question = models.TextField(help_text="What the bodies disagree about, as a question.")
    positions = Links("guidelines.Position", related_name="+", help_text="The positions to show side by side.")
    population = models.ForeignKey(
        "guidelines.Population",
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="shown only to",
        help_text="Leave empty to show it to everybody.",
    )
    summary = models.TextField(blank=True, help_text="What a clinician should make of it.")

    class Meta(GuidelineRow.Meta):
        verbose_name = "disagreement"
