"""Ledger entries: one for every act, only ever added, each with a leaf hash that covers all of it."""

from django.conf import settings
from django.db import models


class Entry(models.Model):
    """One act in the ledger."""

    sealed = True

    at = models.DateTimeField(help_text="When.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        help_text="Who; empty where nobody was signed in.",
    )
    act = models.CharField(max_length=60, help_text="What was done.")
    subject = models.CharField(max_length=200, blank=True, help_text="To what.")
    detail = models.TextField(blank=True, help_text="Particulars, as canonical JSON.")
    leaf = models.CharField(max_length=64, help_text="SHA-256 over a zero byte and the canonical JSON of this entry.")

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "entries"
        # For who searches a million of them: by act, by what it was done to, and by time.
        indexes = (
            models.Index(fields=["act", "id"], name="entry_by_act"),
            models.Index(fields=["subject", "id"], name="entry_by_subject"),
            models.Index(fields=["at"], name="entry_by_time"),
        )

    def __str__(self):
        return f"{self.act} {self.subject}".strip()
