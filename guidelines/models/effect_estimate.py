"""Effect estimates: numbers for benefit and harm, with everything needed to read them."""

from django.core.exceptions import ValidationError
from django.db import models

from .links import Links
from .row import CatalogueRow


class Measure(models.TextChoices):
    """The measures in which effects are given."""

    NNT = "NNT", "NNT: number needed to treat"
    NNH = "NNH", "NNH: number needed to harm"
    RR = "RR", "RR: risk ratio"
    SMD = "SMD", "SMD: standardised mean difference"
    PERCENT = "percent", "Per cent"


class EffectEstimate(CatalogueRow):
    """A number for benefit or harm, for treatments or classes."""

    in_document = "effects"

    measure = models.CharField(max_length=10, choices=Measure.choices, help_text="What the number is.")
    value = models.FloatField(null=True, blank=True, help_text="The estimate; leave empty if it is no single number.")
    low = models.FloatField("interval from", null=True, blank=True, help_text="95 % confidence interval.")
    high = models.FloatField("interval to", null=True, blank=True, help_text="95 % confidence interval.")
    unbounded = models.BooleanField(
        "includes no effect",
        default=False,
        help_text="Tick if the interval reaches “no effect”; it has no upper end then.",
    )
    text = models.TextField("in words", blank=True, help_text="When the result is no single number.")
    responders = models.PositiveIntegerField(
        "with the outcome", null=True, blank=True, help_text="In how many treated people the outcome came about."
    )
    treated = models.PositiveIntegerField("of treated", null=True, blank=True, help_text="How many were treated.")
    control_responders = models.PositiveIntegerField(
        "with the outcome in comparison",
        null=True,
        blank=True,
        help_text="In how many people of the comparison the outcome came about.",
    )
    control_treated = models.PositiveIntegerField(
        "of the comparison", null=True, blank=True, help_text="How many were in the comparison."
    )
    outcome = models.TextField(help_text="Of what; “not stated in the source seen” is a value here and below.")
    comparator = models.TextField(help_text="Compared with what.")
    dose = models.TextField(help_text="At which dose.")
    weeks = models.TextField("duration", help_text="After how many weeks.")
    people = models.TextField("in whom", help_text="The people who were studied.")
    treatments = Links("guidelines.Treatment", related_name="+", blank=True, help_text="Whose effect it is.")
    drug_classes = Links("guidelines.DrugClass", related_name="+", blank=True, help_text="Or of which whole class.")
    population = models.ForeignKey(
        "guidelines.Population",
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="shown only to",
        help_text="Leave empty to show it to everybody who sees the treatment.",
    )
    note = models.TextField(blank=True, help_text="What the clinician should know about this number.")
    review_by = models.DateField(null=True, blank=True, help_text="When the estimate must be looked at again.")
    sources = Links("guidelines.Source", related_name="+", help_text="Where the number was seen; at least one.")

    def clean(self):
        """Refuse an interval the wrong way round, and an estimate that says nothing."""
        super().clean()
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValidationError({"low": f"{self.low:g} is above {self.high:g}; exchange the two bounds."})
        if self.value is None and not self.text:
            raise ValidationError({"text": "Give the number, or say in words what was found."})
