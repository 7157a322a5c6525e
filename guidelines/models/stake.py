"""Stakes: the makers of the drugs that an edition changes; frozen with the edition."""

from django.db import models

from .edition import Edition
from .row import LONGEST_CODE


class Stake(models.Model):
    """A maker of a drug that an edition changes: whoever declared an interest in it cannot approve the edition."""

    sealed = True

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="stakes", help_text="Of which edition.")
    maker = models.CharField(max_length=LONGEST_CODE, help_text="The code of the maker in the edition.")

    class Meta:
        ordering = ("edition", "maker")
        constraints = (models.UniqueConstraint(fields=("edition", "maker"), name="stake_once"),)

    def __str__(self):
        return f"{self.edition_id}: {self.maker}"
