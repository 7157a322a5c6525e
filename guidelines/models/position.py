"""Positions: what one body says of treatments in a group of people."""

from django.db import models

from .links import Links
from .row import CatalogueRow


class Stance(models.TextChoices):
    """What a body says of a treatment."""

    FIRST_LINE = "first_line", "First-line"
    SECOND_LINE = "second_line", "Second-line"
    THIRD_LINE = "third_line", "Third-line"
    CONSIDER = "consider", "May be considered"
    NO_RECOMMENDATION = "no_recommendation", "No recommendation for or against"
    AGAINST = "against", "Recommends against"
    RESCUE_ONLY = "rescue_only", "As rescue only"
    OTHER = "other", "Other; see the text"


class Position(CatalogueRow):
    """What one body says of treatments in a group of people."""

    in_document = "positions"

    body = models.CharField(max_length=200, help_text="Who says so, for example a society or an agency.")
    year = models.CharField(max_length=40, help_text="In which year.")
    people = models.TextField("of whom", help_text="The people of whom it is said.")
    stance = models.CharField(max_length=20, choices=Stance.choices, help_text="What it amounts to.")
    text = models.TextField("what it says", help_text="In our own words.")
    treatments = Links("guidelines.Treatment", related_name="+", blank=True, help_text="Of which treatments.")
    strength = models.CharField(
        "strength of recommendation", max_length=200, blank=True, help_text="In the words of the source."
    )
    certainty = models.CharField(
        "certainty of evidence", max_length=200, blank=True, help_text="In the words of the source."
    )
    superseded_by = models.ForeignKey(
        "self",
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        help_text="The position of the same body that took its place.",
    )
    sources = Links("guidelines.Source", related_name="+", help_text="Where this is said; at least one.")
