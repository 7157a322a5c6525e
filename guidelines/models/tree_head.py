"""Tree heads: the Merkle tree over the ledger, and which entry is which leaf of it (RFC 9162)."""

from django.db import models

from .entry import Entry


class TreeHead(models.Model):
    """The root over the first `size` leaves, taken when a batch of entries was sealed."""

    sealed = True

    size = models.PositiveBigIntegerField(help_text="How many leaves the tree had.")
    root = models.CharField(max_length=64, help_text="The Merkle tree hash over them.")
    previous = models.CharField(max_length=64, blank=True, help_text="The root before it; empty for the first.")
    at = models.DateTimeField(help_text="When.")
    signature = models.TextField(blank=True, help_text="A signature over the head, where a key is set.")

    class Meta:
        ordering = ("id",)

    def __str__(self):
        return f"{self.size}: {self.root}"


class Leaf(models.Model):
    """The place of an entry in the tree; given when it is sealed, because keys are not in the order of commits."""

    sealed = True

    index = models.PositiveBigIntegerField(primary_key=True, help_text="Counted from 0.")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="+", help_text="Which entry.")
    head = models.ForeignKey(TreeHead, models.PROTECT, related_name="+", help_text="The first head that covers it.")

    class Meta:
        ordering = ("index",)
        verbose_name_plural = "leaves"

    def __str__(self):
        return f"{self.index}: {self.entry_id}"
