"""Interests: the makers in which a person has declared an interest; they do not approve what touches those."""

from django.conf import settings
from django.db import models

from .maker import Maker


class Interest(models.Model):
    """One person's interest in one maker."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="interests", help_text="Whose interest it is."
    )
    maker = models.ForeignKey(Maker, models.RESTRICT, related_name="+", help_text="In which maker.")
    declared_at = models.DateTimeField(help_text="When it was declared.")
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", help_text="Who entered it."
    )

    class Meta:
        ordering = ("person", "maker")
        constraints = (models.UniqueConstraint(fields=("person", "maker"), name="interest_declared_once"),)

    def __str__(self):
        return f"{self.person}: {self.maker}"
