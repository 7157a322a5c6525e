"""Drug classes: named groups of drugs that share a rule."""

from django.db import models

from .links import Links
from .row import CatalogueRow


class DrugClass(CatalogueRow):
    """A named class of drugs and its members."""

    in_document = "drug_classes"

    name = models.CharField(max_length=200, help_text="As it is printed.")
    members = Links("guidelines.Drug", related_name="+", help_text="Every drug of the class that a rule should reach.")
    sources = Links("guidelines.Source", related_name="+", help_text="Where the membership is described; at least one.")

    class Meta(CatalogueRow.Meta):
        verbose_name = "drug class"
        verbose_name_plural = "drug classes"
