"""Inclusions: which rows of the catalogue stand in a guideline, and in which order."""

from django.db import models

from .row import LONGEST_CODE, PlacedRow


class Section(models.TextChoices):
    """The sections whose rows guidelines share."""

    TOPICS = "topics", "Topics"
    FACTS = "facts", "Facts"
    POPULATIONS = "populations", "Populations"
    IMPOSSIBLE = "impossible", "Impossible combinations"
    DRUGS = "drugs", "Drugs"
    DRUG_CLASSES = "drug_classes", "Drug classes"
    TREATMENTS = "treatments", "Treatments"
    DOSE_RANGES = "dose_ranges", "Dose ranges"
    EFFECTS = "effects", "Effect estimates"
    CONTRAINDICATIONS = "contraindications", "Contraindications"
    MONITORING = "monitoring", "Monitoring"
    SAFETY = "safety", "Safety"
    MAKERS = "makers", "Makers"
    POSITIONS = "positions", "Positions"
    REFERENCES = "references", "References"
    SYNONYMS = "synonyms", "Synonyms"


class Inclusion(PlacedRow):
    """One row of the catalogue in one guideline."""

    placed_in = "guideline"

    guideline = models.ForeignKey(
        "guidelines.Guideline",
        models.CASCADE,
        related_name="inclusions",
        help_text="The guideline in which the row stands.",
    )
    section = models.CharField(max_length=20, choices=Section.choices, help_text="The kind of row.")
    code = models.CharField(max_length=LONGEST_CODE, help_text="The code of the row.")

    class Meta:
        ordering = ("guideline", "section", "position")
        constraints = (models.UniqueConstraint(fields=("guideline", "section", "code"), name="row_once_in_guideline"),)
        indexes = (models.Index(fields=("section", "code"), name="who_includes_a_row"),)

    def __str__(self):
        return f"{self.section}: {self.code}"
