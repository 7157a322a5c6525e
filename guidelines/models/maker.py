"""Makers: companies and the drugs that they make or market, so that nobody approves what their interest touches."""

from django.db import models

from .links import Links
from .row import CatalogueRow


class Maker(CatalogueRow):
    """A company, and the drugs that it makes or markets."""

    in_document = "makers"

    name = models.CharField(max_length=200, help_text="As it is printed.")
    drugs = Links("guidelines.Drug", related_name="+", help_text="What it makes or markets.")
    sources = Links("guidelines.Source", related_name="+", help_text="Where this is said; at least one.")

    def __str__(self):
        return self.name
