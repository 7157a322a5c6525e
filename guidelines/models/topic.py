"""Topics: the pages of the wizard, each with the questions that belong together."""

from django.db import models

from .row import CatalogueRow


class Topic(CatalogueRow):
    """One page of the wizard."""

    in_document = "topics"

    title = models.CharField(max_length=200, help_text="The heading of the page.")
    intro = models.TextField("introduction", blank=True, help_text="What the clinician should know before answering.")
