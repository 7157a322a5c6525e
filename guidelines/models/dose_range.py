"""Dose ranges: how much of a treatment, for whom, limited by what."""

from django.core.exceptions import ValidationError
from django.db import models

from .links import Links
from .listing import IN_JURISDICTIONS, Listing
from .row import CatalogueRow, PartRow


class Axis(models.TextChoices):
    """What a dose range is limited by."""

    BASE = "base", "Nothing: the ordinary dose"
    RENAL = "renal", "Renal function"
    HEPATIC = "hepatic", "Hepatic function"
    AGE = "age", "Age"
    INTERACTION = "interaction", "Another medicine"


class DoseKind(models.TextChoices):
    """How the numbers of a dose range are to be read."""

    ABSOLUTE = "absolute", "As they stand"
    PERCENT = "percent", "As a percentage of the ordinary dose"
    PROPORTIONAL = "proportional", "In proportion to the fact of the band"
    SUPPLEMENT = "supplement", "In addition to the others"


class DoseRange(CatalogueRow):
    """Doses of a treatment for an indication on one axis; amounts are per day."""

    in_document = "dose_ranges"

    treatment = models.ForeignKey(
        "guidelines.Treatment", models.RESTRICT, related_name="+", help_text="Whose dose it is."
    )
    axis = models.CharField(
        "limited by",
        max_length=12,
        choices=Axis.choices,
        help_text="Within one axis, bands must meet without gap or overlap; across axes the most restrictive wins.",
    )
    kind = models.CharField(
        "how the numbers are read", max_length=12, choices=DoseKind.choices, help_text="Usually as they stand."
    )
    unit = models.CharField(max_length=40, help_text="Of every amount here, per day: mg/day, patches/day.")
    schedule = models.TextField(help_text="How the daily amount is divided and taken.")
    indication = models.ForeignKey(
        "guidelines.Population",
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        help_text="The condition for which it is dosed so; leave empty for every condition.",
    )
    population = models.ForeignKey(
        "guidelines.Population",
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="only for",
        help_text="A further group, for example a class of hepatic impairment.",
    )
    band_fact = models.ForeignKey(
        "guidelines.Fact",
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="band of",
        help_text="The number that decides, for example creatinine clearance; leave empty if none does.",
    )
    band_low = models.FloatField("band from", null=True, blank=True, help_text="Empty means no lower bound.")
    band_high = models.FloatField("band to", null=True, blank=True, help_text="Empty means no upper bound.")
    band_low_open = models.BooleanField(
        "above the lower bound only", default=False, help_text="Tick for > instead of ≥."
    )
    band_high_open = models.BooleanField(
        "below the upper bound only", default=False, help_text="Tick for < instead of ≤."
    )
    or_population = models.ForeignKey(
        "guidelines.Population",
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="or anybody who",
        help_text="The band also holds for this group, whatever the number.",
    )
    jurisdictions = Listing(
        blank=True, default=tuple, validators=(IN_JURISDICTIONS,), help_text="us, eu, uk; leave empty for everywhere."
    )
    start = models.FloatField("start with", null=True, blank=True, help_text="The first daily amount.")
    start_text = models.TextField("start, in words", blank=True, help_text="For example: 30 mg once daily for a week.")
    step = models.TextField("increase, in words", blank=True, help_text="How the dose is raised.")
    step_amount = models.FloatField("increase by", null=True, blank=True, help_text="Per step, in the unit.")
    step_days = models.PositiveIntegerField("days between steps", null=True, blank=True, help_text="At least.")
    usual_low = models.FloatField(
        "usual from", null=True, blank=True, help_text="The lower end of the usual daily amount."
    )
    usual_high = models.FloatField(
        "usual to", null=True, blank=True, help_text="The upper end of the usual daily amount."
    )
    maximum = models.FloatField("at most", null=True, blank=True, help_text="The highest daily amount.")
    percent_low = models.FloatField("percentage from", null=True, blank=True, help_text="Of the ordinary dose.")
    percent_high = models.FloatField("percentage to", null=True, blank=True, help_text="Of the ordinary dose.")
    per = models.FloatField(
        "in proportion per", null=True, blank=True, help_text="Amounts are multiplied by the fact and divided by this."
    )
    note = models.TextField(blank=True, help_text="What the clinician should know about this dose.")
    sources = Links("guidelines.Source", related_name="+", help_text="Where this dose is said; at least one.")

    def clean(self):
        """Refuse bounds the wrong way round, and bounds of nothing."""
        super().clean()
        for low, high in (("band_low", "band_high"), ("usual_low", "usual_high"), ("percent_low", "percent_high")):
            lowest, highest = getattr(self, low), getattr(self, high)
            if lowest is not None and highest is not None and lowest > highest:
                raise ValidationError({low: f"{lowest:g} is above {highest:g}; exchange the two bounds."})
        if not self.band_fact_id and (self.band_low is not None or self.band_high is not None):
            raise ValidationError({"band_fact": "Say of which number these are the bounds."})
        if self.maximum is not None and self.usual_high is not None and self.usual_high > self.maximum:
            raise ValidationError({"usual_high": f"The usual dose goes above the maximum of {self.maximum:g}."})


class Cell(PartRow):
    """One cell of an adjustment table: the dose that replaces a normal daily dose."""

    parent = models.ForeignKey(DoseRange, models.CASCADE, related_name="cells", help_text="The dose range.")
    normal = models.FloatField("normal daily dose", help_text="What the patient would get with normal function.")
    low = models.FloatField("adjusted from", help_text="What this patient gets instead.")
    high = models.FloatField("adjusted to", help_text="The same number, unless the source gives a range.")
    text = models.TextField("in words", blank=True, help_text="As the source prints it.")
    sources = Links("guidelines.Source", related_name="+", blank=True, help_text="If other than of the dose range.")

    class Meta(PartRow.Meta):
        verbose_name = "cell of the adjustment table"
        verbose_name_plural = "adjustment table"

    def __str__(self):
        return f"{self.normal:g}: {self.low:g}–{self.high:g}"


class Titration(PartRow):
    """One step of a sourced titration."""

    parent = models.ForeignKey(DoseRange, models.CASCADE, related_name="titration", help_text="The dose range.")
    day = models.PositiveIntegerField("from day", help_text="Counted from 1.")
    dose = models.FloatField("daily dose", help_text="In the unit of the dose range.")
    text = models.TextField("in words", blank=True, help_text="How it is divided, if that changes.")

    class Meta(PartRow.Meta):
        verbose_name = "titration step"

    def __str__(self):
        return f"day {self.day}: {self.dose:g}"
