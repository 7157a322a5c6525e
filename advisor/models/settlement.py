"""Settlements: what an editor made of a rule that clinicians override or that stopped firing; kept for good."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Matter(models.TextChoices):
    """What is settled about a rule."""

    OVERRIDES = "overrides", _("Overrides for newer evidence")
    SILENCE = "silence", _("It stopped firing")


class Settled(models.TextChoices):
    """How it was settled."""

    CHANGED = "changed", _("The content was changed")
    STANDS = "stands", _("It was looked at and stands as it is")


class Settlement(models.Model):
    """One matter of one rule, settled as far as it was known then. Append-only."""

    sealed = True

    guideline = models.SlugField(max_length=100)
    rule = models.CharField(max_length=120, help_text="The place of the rule in the guideline.")
    matter = models.CharField(max_length=20, choices=Matter)
    how = models.CharField(max_length=20, choices=Settled)
    seen = models.BigIntegerField(default=0, help_text="The newest response that was known; later ones count anew.")
    settled_at = models.DateTimeField()
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("guideline", "matter"), name="settlements_of_a_guideline"),)

    def __str__(self):
        return f"{self.guideline} {self.rule}: {self.matter}"
