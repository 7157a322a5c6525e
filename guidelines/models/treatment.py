"""Treatments: a drug in one form, or a measure without a drug, on which doses, effects and contraindications hang."""

from django.core.exceptions import ValidationError
from django.db import models

from .links import Links
from .listing import IN_JURISDICTIONS, Amounts, Listing
from .row import CatalogueRow, PartRow


class TreatmentKind(models.TextChoices):
    """The kinds of treatment that a guideline can place."""

    DRUG = "drug", "Drug"
    TOPICAL = "topical", "Topical drug"
    PROCEDURE = "procedure", "Procedure"
    SUPPLEMENT = "supplement", "Supplement"
    MEASURE = "measure", "Measure without a drug"


class Treatment(CatalogueRow):
    """A drug in one form, or a measure without a drug."""

    in_document = "treatments"

    name = models.CharField(max_length=200, help_text="As it is printed.")
    kind = models.CharField(max_length=12, choices=TreatmentKind.choices, help_text="What sort of treatment it is.")
    summary = models.TextField(help_text="What it is and what can be expected of it, in one or two sentences.")
    drug = models.ForeignKey(
        "guidelines.Drug",
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        help_text="What it contains; leave empty for a measure without a drug.",
    )
    form = models.CharField(max_length=200, blank=True, help_text="For example: prolonged-release capsule, patch.")
    labelling = models.TextField(
        blank=True, help_text="For what it is licensed, and where; say if the use is off-label."
    )
    stopping = models.TextField("stopping rule", blank=True, help_text="When to stop, and how to come off it.")
    adequate_dose = models.FloatField(
        "adequate daily dose",
        null=True,
        blank=True,
        help_text="From this daily dose a trial counts as adequate, in the unit of its dose ranges.",
    )
    adequate_weeks = models.FloatField(
        null=True, blank=True, help_text="From this many weeks at that dose a trial counts as adequate."
    )
    adequate_trial = models.TextField("adequate trial, in words", blank=True, help_text="As it is printed.")
    patient = models.TextField(
        "for patients", blank=True, help_text="On the leaflet, in plain words: what it is for, and how to take it."
    )
    sources = Links("guidelines.Source", related_name="+", help_text="Where the summary is said; at least one.")

    def clean(self):
        """Refuse a drug treatment that does not say which drug."""
        super().clean()
        if self.kind == TreatmentKind.DRUG and not self.drug_id:
            raise ValidationError({"drug": "Say which drug it contains; contraindications of its class depend on it."})


class Strength(PartRow):
    """The marketed strengths of a treatment in some jurisdictions."""

    parent = models.ForeignKey(Treatment, models.CASCADE, related_name="strengths", help_text="The treatment.")
    amounts = Amounts(help_text="The strengths, separated by commas: 20, 30, 60.")
    unit = models.CharField(max_length=40, help_text="For example: mg.")
    form = models.CharField(max_length=200, blank=True, help_text="If only one form comes in these strengths.")
    jurisdictions = Listing(
        blank=True, default=tuple, validators=(IN_JURISDICTIONS,), help_text="us, eu, uk; leave empty for everywhere."
    )
    sources = Links("guidelines.Source", related_name="+", help_text="Where the strengths are listed; at least one.")

    class Meta(PartRow.Meta):
        verbose_name_plural = "strengths"

    def __str__(self):
        return f"{', '.join(map(str, self.amounts))} {self.unit}"
