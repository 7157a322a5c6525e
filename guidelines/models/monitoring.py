"""Monitoring: what to check before, during and on stopping a treatment."""

from django.db import models

from .links import Links
from .row import CatalogueRow


class Phase(models.TextChoices):
    """When something is to be checked."""

    BEFORE = "before", "Before starting"
    DURING = "during", "During treatment"
    STOPPING = "stopping", "On stopping"


class Monitoring(CatalogueRow):
    """What to check, of which treatments or classes."""

    in_document = "monitoring"

    phase = models.CharField("when", max_length=10, choices=Phase.choices, help_text="When it is to be checked.")
    text = models.TextField("what to check", help_text="In a sentence that a clinician reads.")
    patient = models.TextField(
        "for patients",
        blank=True,
        help_text="On the leaflet, in plain words: what to tell before starting, to look out for, or to do on stopping.",
    )
    urgent = models.BooleanField(
        default=False,
        help_text="Tick if a patient who notices this must get help at once; it needs the words for patients.",
    )
    treatments = Links("guidelines.Treatment", related_name="+", blank=True, help_text="Of which treatments.")
    drug_classes = Links("guidelines.DrugClass", related_name="+", blank=True, help_text="Or of which whole class.")
    population = models.ForeignKey(
        "guidelines.Population",
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="only in",
        help_text="Leave empty for everybody.",
    )
    sources = Links("guidelines.Source", related_name="+", help_text="Where this is said; at least one.")

    class Meta(CatalogueRow.Meta):
        verbose_name_plural = "monitoring"
