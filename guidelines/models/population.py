"""Populations: named groups of patients, as lines joined by all-of or any-of."""

from django.core.exceptions import ValidationError
from django.db import models

from .links import Links
from .listing import Listing
from .row import CatalogueRow, PartRow


class Join(models.TextChoices):
    """How the lines of a population are joined."""

    ALL = "all", "All lines must hold"
    ANY = "any", "One line is enough"


class Condition(models.TextChoices):
    """What a line says of its fact."""

    YES = "yes", "is answered yes"
    LT = "lt", "is below"
    LE = "le", "is at most"
    GT = "gt", "is above"
    GE = "ge", "is at least"
    IN = "in", "is one of these choices"
    INCLUDES = "includes", "includes one of these members, drugs or classes"
    AT_LEAST = "at_least", "includes at least so many of these members, drugs or classes"
    FAILED = "failed", "had an adequate trial of one of these without response"
    NOT_TOLERATED = "not_tolerated", "did not tolerate one of these"
    PARTIAL = "partial", "had a partial response to one of these"
    RESPONDED = "responded", "responded to one of these"
    TAKING = "taking", "is taking one of these"
    TRIED = "tried", "has tried one of these"


COMPARISONS = {Condition.LT, Condition.LE, Condition.GT, Condition.GE}
NUMBERED = COMPARISONS | {Condition.AT_LEAST}


class Population(CatalogueRow):
    """A named group of patients."""

    in_document = "populations"

    name = models.CharField(max_length=300, help_text="In plain words, so that “if …” can be put before them.")
    join = models.CharField(
        "how the lines are joined",
        max_length=3,
        choices=Join.choices,
        default=Join.ALL,
        help_text="For a mixture, make one population of the inner lines and name it in a line of the outer one.",
    )
    sources = Links(
        "guidelines.Source", related_name="+", blank=True, help_text="Where this group or its bounds are described."
    )


class Line(PartRow):
    """One line of a population: a condition on a fact, or another population."""

    parent = models.ForeignKey(Population, models.CASCADE, related_name="lines", help_text="The population.")
    negated = models.BooleanField("not", default=False, help_text="Tick to mean everybody for whom this is not so.")
    fact = models.ForeignKey(
        "guidelines.Fact",
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        help_text="What is asked about; leave empty to name a population.",
    )
    op = models.CharField(
        "condition", max_length=20, choices=Condition.choices, blank=True, help_text="What is said of the fact."
    )
    number = models.FloatField(
        null=True, blank=True, help_text="For a comparison, in the fact's own unit; for “at least so many”, how many."
    )
    values = Listing(
        blank=True,
        default=tuple,
        help_text="For a list: codes separated by commas; one of them is enough, unless it says how many.",
    )
    besides = Listing(
        blank=True, default=tuple, help_text="For “at least so many”: codes of members, drugs or classes not to count."
    )
    or_taking = models.ForeignKey(
        "guidelines.Fact",
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="or still taking",
        help_text="For “at least so many”: earlier treatments of which those that are still taken count too, each once.",
    )
    population = models.ForeignKey(
        Population,
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        help_text="Another population, instead of a fact.",
    )

    def __str__(self):
        return f"{self.fact_id or self.population_id} {self.op}".strip()

    def clean(self):
        """Refuse a line that says nothing, or two things at once."""
        super().clean()
        if bool(self.fact_id) == bool(self.population_id):
            raise ValidationError("Choose a fact with a condition, or a population, but not both.")
        if self.population_id and (self.op or self.number is not None or self.values or self._narrowed):
            raise ValidationError("A line that names a population takes no condition, number or values.")
        if self.fact_id:
            self._check_condition()

    @property
    def _narrowed(self):
        return bool(self.besides or self.or_taking_id)

    def _check_condition(self):
        if not self.op:
            raise ValidationError({"op": "Say what must hold of the fact."})
        if (self.op in NUMBERED) != (self.number is not None):
            raise ValidationError(
                {"number": "A comparison needs a number, and so does a count; nothing else takes one."}
            )
        if self.op != Condition.AT_LEAST and self._narrowed:
            raise ValidationError("Only “at least so many” can leave some out, or count what is still taken.")
        needs_values = self.op not in COMPARISONS and self.op != Condition.YES
        if needs_values != bool(self.values):
            raise ValidationError({"values": "A condition on a list needs at least one code, and only it takes codes."})
