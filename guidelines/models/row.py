"""Rows: what the tables of the working copy have in common: a code, a place among siblings, and tidy text."""

from django.core.validators import RegexValidator
from django.db import models


LONGEST_CODE = 80

as_code = RegexValidator(
    r"\A[A-Za-z0-9][A-Za-z0-9_.\-]*\Z",
    "Use letters, digits, _, - and . only, and begin with a letter or a digit: no spaces.",
)


class Row(models.Model):
    """A row of the working copy."""

    class Meta:
        abstract = True

    def clean(self):
        """Write line ends in the one way in which a document holds them, whichever way a browser sent them."""
        super().clean()
        for field in self._meta.concrete_fields:
            value = field.value_from_object(self)
            if isinstance(value, str) and "\r" in value:
                setattr(self, field.attname, value.replace("\r\n", "\n").replace("\r", "\n"))


class CatalogueRow(Row):
    """A row that guidelines share; its code names it everywhere."""

    code = models.CharField(
        max_length=LONGEST_CODE,
        primary_key=True,
        validators=(as_code,),
        help_text="The short name by which other rows mean this one. It cannot be changed later.",
    )

    class Meta:
        abstract = True
        ordering = ("code",)

    def __str__(self):
        return self.code


class PlacedRow(Row):
    """A row with a place among its siblings; a new one goes last."""

    placed_in = ""

    position = models.PositiveIntegerField(
        "order", blank=True, help_text="The place in the list; leave it empty to add at the end."
    )

    class Meta:
        abstract = True
        ordering = ("position",)

    def save(self, *args, **options):
        """Save, at the end of the list unless a place was given."""
        if self.position is None:
            siblings = type(self).objects.filter(**{self.placed_in: getattr(self, f"{self.placed_in}_id")})
            self.position = 1 + (siblings.aggregate(last=models.Max("position"))["last"] or 0)
        super().save(*args, **options)


class GuidelineRow(PlacedRow):
    """A row that belongs to one guideline."""

    placed_in = "guideline"

    guideline = models.ForeignKey(
        "guidelines.Guideline", models.CASCADE, related_name="+", help_text="The guideline that says this."
    )
    code = models.CharField(
        max_length=LONGEST_CODE,
        validators=(as_code,),
        help_text="The short name, once in its guideline. Reasons, cases and reviewers refer to it.",
    )

    class Meta:
        abstract = True
        ordering = ("guideline", "position", "code")
        constraints = (models.UniqueConstraint(fields=("guideline", "code"), name="%(class)s_code_once"),)

    def __str__(self):
        return self.code


class PartRow(PlacedRow):
    """A row that is part of another row and goes with it; each kind names its `parent`."""

    placed_in = "parent"

    class Meta:
        abstract = True
        ordering = ("position",)
