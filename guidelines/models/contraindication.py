"""Contraindications: populations in which treatments are ruled out or need caution; interactions among them."""

from django.db import models

from .links import Links
from .listing import IN_JURISDICTIONS, Listing
from .row import CatalogueRow


class Severity(models.TextChoices):
    """How strongly a contraindication speaks."""

    CONTRAINDICATED = "contraindicated", "Contraindicated: ruled out"
    AVOID = "avoid", "Avoid: ruled out"
    CAUTION = "caution", "Caution: offered with a warning"


class Contraindication(CatalogueRow):
    """A population in which treatments or classes are contraindicated, to be avoided or used with caution."""

    in_document = "contraindications"

    treatments = Links("guidelines.Treatment", related_name="+", blank=True, help_text="What is ruled out.")
    drug_classes = Links("guidelines.DrugClass", related_name="+", blank=True, help_text="Or which whole class.")
    population = models.ForeignKey("guidelines.Population", models.RESTRICT, related_name="+", help_text="In whom.")
    severity = models.CharField(
        max_length=16, choices=Severity.choices, help_text="Contraindicated and avoid both take the treatment away."
    )
    reason = models.TextField(help_text="Why, in a sentence that a clinician reads.")
    action = models.TextField("what to do", help_text="What to do instead or what to watch.")
    interaction = models.BooleanField(
        default=False, help_text="Tick if the reason is another medicine that the patient takes."
    )
    jurisdictions = Listing(
        blank=True, default=tuple, validators=(IN_JURISDICTIONS,), help_text="us, eu, uk; leave empty for everywhere."
    )
    sources = Links("guidelines.Source", related_name="+", help_text="Where this is said; at least one.")
