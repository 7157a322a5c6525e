"""Alerts: populations whose patients need something else before, or instead of, any treatment."""

from django.db import models

from .links import Links
from .row import GuidelineRow


class Effect(models.TextChoices):
    """What an alert does to the advice."""

    STOP = "stop", "Stop: no treatment is shown"
    WITHHOLD = "withhold", "Withhold: nothing else is shown until it is acknowledged"
    WARN = "warn", "Warn: shown above the advice"


class Alert(GuidelineRow):
    """A population with a message that comes before the advice."""

    in_document = "alerts"

    population = models.ForeignKey(
        "guidelines.Population", models.RESTRICT, related_name="+", help_text="Who needs the alert."
    )
    effect = models.CharField(max_length=10, choices=Effect.choices, help_text="What it does to the advice.")
    text = models.TextField("message", help_text="What the clinician reads: what it is, and what to do.")
    sources = Links("guidelines.Source", related_name="+", help_text="Where this is said; at least one.")

    class Meta(GuidelineRow.Meta):
        verbose_name = "alert"
