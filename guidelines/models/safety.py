"""Safety: what is known of a drug on each topic that must not be left blank; "none known" is something known."""

from django.db import models

from .links import Links
from .row import CatalogueRow


class SafetyTopic(models.TextChoices):
    """What must be known of a drug before anybody recommends it."""

    PREGNANCY = "pregnancy", "Pregnancy and breast-feeding"
    RENAL = "renal", "Kidney"
    HEPATIC = "hepatic", "Liver"
    INTERACTIONS = "interactions", "Interactions"
    BOXED_WARNING = "boxed_warning", "Boxed warning"
    OVERDOSE = "overdose", "Overdose"


class Safety(CatalogueRow):
    """What is known of treatments or classes on one topic."""

    in_document = "safety"

    topic = models.CharField(max_length=16, choices=SafetyTopic.choices, help_text="What it is about.")
    text = models.TextField(
        "what is known", help_text="In a sentence; write “none known” or “not stated in the source seen” where so."
    )
    patient = models.TextField("for patients", blank=True, help_text="On the leaflet, in plain words.")
    treatments = Links("guidelines.Treatment", related_name="+", blank=True, help_text="Of which treatments.")
    drug_classes = Links("guidelines.DrugClass", related_name="+", blank=True, help_text="Or of which whole class.")
    sources = Links("guidelines.Source", related_name="+", help_text="Where this is said; at least one.")

    class Meta(CatalogueRow.Meta):
        verbose_name_plural = "safety"
