"""Options: the place of each treatment in a guideline."""

from django.db import models

from .links import Links
from .row import GuidelineRow


class Option(GuidelineRow):
    """The place of a treatment in the guideline for a population."""

    in_document = "options"

    treatment = models.ForeignKey(
        "guidelines.Treatment", models.RESTRICT, related_name="+", help_text="What is placed."
    )
    population = models.ForeignKey(
        "guidelines.Population",
        models.RESTRICT,
        related_name="+",
        help_text="For whom. Several options of one treatment: the populations must not overlap, or the first wins.",
    )
    line = models.PositiveSmallIntegerField(help_text="1 for first-line, 2 for second-line, 3 for later.")
    rank = models.PositiveSmallIntegerField(
        help_text="1 is shown first within its line; equal ranks mean no preference."
    )
    strength = models.CharField(
        "strength of recommendation",
        max_length=200,
        help_text="In the words of the source; “not stated in the source seen” is a value.",
    )
    certainty = models.CharField(
        "certainty of evidence",
        max_length=200,
        help_text="In the words of the source; “not stated in the source seen” is a value.",
    )
    follows = models.ForeignKey(
        "guidelines.Position",
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        help_text="The position of a body that this placing follows, if it follows one.",
    )
    note = models.TextField(blank=True, help_text="What the clinician should know about this placing.")
    sources = Links("guidelines.Source", related_name="+", help_text="Where this placing is said; at least one.")

    class Meta(GuidelineRow.Meta):
        verbose_name = "option"
