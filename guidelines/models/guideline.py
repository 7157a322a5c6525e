"""Guidelines: the lasting identity of a topic, its clinical question, and whom it is for."""

from django.db import models

from .row import Row


class Guideline(Row):
    """A topic with its clinical question; its rows are the working copy, its editions what clinicians see."""

    slug = models.SlugField(
        "short name",
        primary_key=True,
        max_length=80,
        help_text="Small letters, digits and hyphens; it stands in the address of every page and cannot be changed.",
    )
    title = models.CharField(max_length=200, help_text="As it stands at the head of every page and print.")
    question = models.TextField(
        "clinical question", help_text="The question that the guideline answers, in a sentence."
    )
    summary = models.TextField(help_text="The bottom line in a few sentences; it is shown before anything is asked.")
    intended_for = models.TextField(
        "intended for", help_text="For which clinicians and patients it is meant, and for whom it is not."
    )
    disclaimer = models.TextField(help_text="What the guideline does not replace; printed on every sheet.")
    owner = models.CharField(max_length=200, help_text="The body or person who answers for the content.")
    review_by = models.DateField(null=True, blank=True, help_text="When the whole guideline must be reviewed again.")

    class Meta:
        ordering = ("title",)

    def __str__(self):
        return self.title
