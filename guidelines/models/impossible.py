"""Impossible combinations: populations no patient can be in, whose answers are refused."""

from django.db import models

from .row import CatalogueRow


class Impossible(CatalogueRow):
    """A population no patient can be in."""

    in_document = "impossible"

    population = models.ForeignKey(
        "guidelines.Population", models.RESTRICT, related_name="+", help_text="The combination that cannot be."
    )
    text = models.TextField("message", help_text="What the clinician reads when answers are refused for it.")

    class Meta(CatalogueRow.Meta):
        verbose_name = "impossible combination"
