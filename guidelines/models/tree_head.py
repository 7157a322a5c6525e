"""Tree heads: the Merkle tree over the ledger, and which entry is which leaf of it (RFC 9162)."""

from django.db import models

from .entry import Entry


class TreeHead(models.Model):
    """The root over the first `size` leaves, taken when a batch of entries was sealed; also when nothing was new."""

    sealed = True

    number = models.PositiveBigIntegerField(primary_key=True, help_text="Counted from 1; there is one line of heads.")
    size = models.PositiveBigIntegerField(help_text="How many leaves the tree had.")
    root = models.CharField(max_length=64, help_text="The Merkle tree hash over them.")
    previous = models.CharField(
        max_length=64, blank=True, help_text="The digest of the head before; none for the first."
    )
    at = models.DateTimeField(help_text="When.")
    signature = models.TextField(blank=True, help_text="Ed25519 over what the digest covers, where LEDGER_KEY is set.")
    frontier = models.TextField(blank=True, help_text="The roots of the full subtrees, from which the next head grows.")
    # How the next sealer finds what is new among a million entries, although keys are not in the order of commits.
    reached = models.PositiveBigIntegerField(help_text="The highest key of an entry sealed so far.")
    horizon = models.PositiveBigIntegerField(
        default=0,
        help_text="The first transaction that had not begun; no key up to the reached one can appear after it.",
    )
    settled = models.PositiveBigIntegerField(
        default=0, help_text="Every entry with a key up to this one is sealed, or was never committed."
    )

    class Meta:
        ordering = ("number",)

    def __str__(self):
        return f"{self.size}:{self.root}"


class Leaf(models.Model):
    """The place of an entry in the tree; given when it is sealed, because keys are not in the order of commits."""

    sealed = True

    index = models.PositiveBigIntegerField(primary_key=True, help_text="Counted from 0.")
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="+", help_text="Which entry.")
    head = models.ForeignKey(
        TreeHead, models.PROTECT, related_name="+", db_index=False, help_text="The first head that covers it."
    )

    class Meta:
        ordering = ("index",)
        verbose_name_plural = "leaves"

    def __str__(self):
        return f"{self.index}: {self.entry_id}"
