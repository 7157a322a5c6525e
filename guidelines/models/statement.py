"""Statements: the sentences of a guideline, in wording for each audience, with a verdict where one answers a claim."""

from django.core.validators import RegexValidator
from django.db import models

from guidelines.engine.vocabulary import LANGUAGE

from .links import Links
from .row import GuidelineRow, PartRow


class StatementSection(models.TextChoices):
    """Where in the guideline a statement stands."""

    INTRODUCTION = "introduction", "Introduction"
    FIRST_LINE = "first_line", "First-line treatment"
    ALTERNATIVES = "alternatives", "Alternatives"
    TOPICAL = "topical", "Topical treatment"
    RESPONSE = "response", "Judging the response"
    SECOND_LINE = "second_line", "Second-line treatment"
    NON_DRUG = "non_drug", "Measures without a drug"
    PREVENTION = "prevention", "Prevention"
    SPECIAL_POPULATIONS = "special_populations", "Special populations"
    NOT_RECOMMENDED = "not_recommended", "Not recommended"
    PITFALLS = "pitfalls", "Pitfalls"
    PROVENANCE = "provenance", "Where this comes from"


class Verdict(models.TextChoices):
    """How a claim of the source article compares with its primary source."""

    SUPPORTED = "supported", "Supported"
    PARTLY = "partly", "Partly supported"
    DIFFERS = "differs", "The source says something else"
    DISPUTED = "disputed", "Sources disagree"
    GAP = "gap", "No source found"
    DUPLICATE = "duplicate", "Says the same as another statement"


class Statement(GuidelineRow):
    """A sentence of the guideline."""

    in_document = "statements"

    section = models.CharField(
        max_length=24, choices=StatementSection.choices, help_text="Where in the guideline it stands."
    )
    text = models.TextField("for clinicians", help_text="The sentence as a clinician reads it.")
    student = models.TextField("for students", blank=True, help_text="With the reason, for somebody learning.")
    patient = models.TextField("for patients", blank=True, help_text="In plain words.")
    population = models.ForeignKey(
        "guidelines.Population",
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name="shown only to",
        help_text="Leave empty to show it to everybody.",
    )
    claim = models.TextField(
        "what the source article says", blank=True, help_text="In our words, if this statement answers a claim of it."
    )
    verdict = models.CharField(
        max_length=12, choices=Verdict.choices, blank=True, help_text="How the claim compares with the primary source."
    )
    finding = models.TextField("what the primary source says", blank=True, help_text="So that a reader can check.")
    sources = Links("guidelines.Source", related_name="+", help_text="Where this is said; at least one.")

    class Meta(GuidelineRow.Meta):
        verbose_name = "statement"


class Rendering(PartRow):
    """A statement in another language."""

    parent = models.ForeignKey(Statement, models.CASCADE, related_name="renderings", help_text="The statement.")
    language = models.CharField(
        max_length=35,
        validators=(RegexValidator(rf"\A{LANGUAGE.pattern}\Z", "Write a language code such as en or de."),),
        help_text="The language of the words: de, es.",
    )
    text = models.TextField("for clinicians", help_text="The sentence as a clinician reads it, in that language.")
    student = models.TextField("for students", blank=True, help_text="With the reason, for somebody learning.")
    patient = models.TextField("for patients", blank=True, help_text="In plain words.")

    def __str__(self):
        return self.language
