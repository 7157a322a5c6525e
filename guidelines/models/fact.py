"""Facts: what may be known about a patient, how it is asked, in which unit and range, or from what it is derived."""

from django.core.exceptions import ValidationError
from django.db import models

from .links import Links
from .row import LONGEST_CODE, CatalogueRow, PartRow, as_code


class Kind(models.TextChoices):
    """The kinds of fact that a patient can answer."""

    BOOLEAN = "boolean", "Yes or no"
    NUMBER = "number", "A number"
    CHOICE = "choice", "One of several choices"
    MEMBERS = "members", "A list, each member present or not"
    TRIALS = "trials", "Earlier and current treatments"


class Fact(CatalogueRow):
    """Something that may be known about a patient: asked, or derived by a formula."""

    in_document = "facts"

    topic = models.ForeignKey(
        "guidelines.Topic", models.RESTRICT, related_name="+", help_text="The page of the wizard on which it stands."
    )
    kind = models.CharField(max_length=10, choices=Kind.choices, help_text="How it is answered.")
    text = models.TextField("question", help_text="The question as the clinician reads it.")
    label = models.CharField(
        "short name", max_length=200, blank=True, help_text="As it is printed next to a value: creatinine clearance."
    )
    why = models.TextField("why do you ask", blank=True, help_text="What depends on the answer, in a sentence.")
    unit = models.CharField(
        max_length=40, blank=True, help_text="Of a number: the unit of every bound, as a UCUM code (mg/dL, kg, /min)."
    )
    unit_text = models.CharField("unit as printed", max_length=40, blank=True, help_text="For example: mL/min.")
    whole = models.BooleanField("whole numbers only", default=False, help_text="Tick for counts, such as a score.")
    refuse_low = models.FloatField(
        "refuse below", null=True, blank=True, help_text="A lower number cannot be true and is refused."
    )
    refuse_high = models.FloatField(
        "refuse above", null=True, blank=True, help_text="A higher number cannot be true and is refused."
    )
    confirm_low = models.FloatField(
        "confirm below", null=True, blank=True, help_text="A lower number is unusual and must be confirmed."
    )
    confirm_high = models.FloatField(
        "confirm above", null=True, blank=True, help_text="A higher number is unusual and must be confirmed."
    )
    normal = models.CharField(
        "normal choice",
        max_length=LONGEST_CODE,
        blank=True,
        help_text="Of a choice: the code of the choice that means none or normal, if there is one.",
    )
    drugs = models.BooleanField(
        "offer every drug", default=False, help_text="Of a list: every drug of the catalogue is a member too."
    )
    asked_of = models.ForeignKey(
        "guidelines.Population",
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="asked of",
        help_text="For everybody else the answer is “no” by rule. Leave empty to ask everybody.",
    )
    formula = models.CharField(
        max_length=LONGEST_CODE,
        blank=True,
        help_text="The formula that derives it. A fact with a formula is never asked.",
    )
    decimals = models.PositiveSmallIntegerField(
        default=1, help_text="Of a derived number: how many decimals are printed. Comparisons use the unrounded value."
    )
    sources = Links(
        "guidelines.Source",
        related_name="+",
        blank=True,
        help_text="Where the question, its ranges or its formula are described.",
    )

    def clean(self):
        """Refuse ranges that contradict themselves and a number without a unit."""
        super().clean()
        self._check_range("refuse_low", "refuse_high")
        self._check_range("confirm_low", "confirm_high")
        if self.kind == Kind.NUMBER and not self.unit:
            raise ValidationError({"unit": "A number needs a unit; write 1 if it has none, such as a score."})

    def _check_range(self, low, high):
        lowest, highest = getattr(self, low), getattr(self, high)
        if lowest is not None and highest is not None and lowest > highest:
            raise ValidationError({low: f"{lowest:g} is above {highest:g}; exchange the two bounds."})


class FactUnit(PartRow):
    """Another unit in which a number may be answered."""

    parent = models.ForeignKey(Fact, models.CASCADE, related_name="units", help_text="The fact.")
    code = models.CharField("unit", max_length=40, help_text="The UCUM code, for example umol/L.")
    text = models.CharField("unit as printed", max_length=40, help_text="For example: µmol/L.")
    multiply_by = models.FloatField(default=1, help_text="Multiply a number in this unit by this, then …")
    divide_by = models.FloatField(default=1, help_text="… divide it by this, to get the fact's own unit.")

    class Meta(PartRow.Meta):
        verbose_name = "unit"

    def __str__(self):
        return self.text

    def clean(self):
        """Refuse factors that turn every number into nothing."""
        super().clean()
        for name in ("multiply_by", "divide_by"):
            if getattr(self, name) is not None and getattr(self, name) <= 0:
                raise ValidationError({name: "Write a number above 0."})


class FactChoice(PartRow):
    """One of the answers to a choice."""

    parent = models.ForeignKey(Fact, models.CASCADE, related_name="choices", help_text="The fact.")
    code = models.CharField(
        max_length=LONGEST_CODE, validators=(as_code,), help_text="The short name that populations use."
    )
    text = models.TextField("answer", help_text="The answer as the clinician reads it.")
    note = models.TextField(blank=True, help_text="A line of explanation under the answer.")

    class Meta(PartRow.Meta):
        verbose_name = "choice"

    def __str__(self):
        return self.code


class FactMember(PartRow):
    """One of the members of a list that a patient may have."""

    parent = models.ForeignKey(Fact, models.CASCADE, related_name="members", help_text="The fact.")
    code = models.CharField(
        max_length=LONGEST_CODE, validators=(as_code,), help_text="The short name that populations use."
    )
    text = models.TextField("member", help_text="The member as the clinician reads it.")
    note = models.TextField(blank=True, help_text="A line of explanation under the member.")

    class Meta(PartRow.Meta):
        verbose_name = "member"

    def __str__(self):
        return self.code


class FactInput(PartRow):
    """A fact that a formula needs."""

    parent = models.ForeignKey(Fact, models.CASCADE, related_name="inputs", help_text="The derived fact.")
    name = models.CharField(
        "name in the formula", max_length=LONGEST_CODE, help_text="What the formula calls it, for example weight."
    )
    fact = models.ForeignKey(Fact, models.RESTRICT, related_name="+", help_text="The fact that gives the number.")

    class Meta(PartRow.Meta):
        verbose_name = "input of the formula"
        verbose_name_plural = "inputs of the formula"

    def __str__(self):
        return self.name
