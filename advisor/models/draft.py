"""Drafts: the answers of consultations under way, kept for their clinician for some days and then forgotten."""

from django.conf import settings
from django.db import models


class Draft(models.Model):
    """What one clinician has answered so far about one patient, whom nothing in it names. Changed, and then removed."""

    key = models.CharField(primary_key=True, max_length=64, help_text="In its addresses; nobody can guess it.")
    guideline = models.SlugField(max_length=100)
    edition = models.PositiveIntegerField()
    edition_sha256 = models.CharField("SHA-256 of the edition", max_length=64)
    answers = models.JSONField(default=dict, help_text="The answers document.")
    typed = models.JSONField(default=dict, help_text="By topic: what was typed on its page and not saved yet.")
    follows = models.ForeignKey(
        "advisor.Consultation",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
        help_text="The consultation from whose answers it was begun.",
    )
    gist = models.CharField(
        max_length=300, help_text="The first answers in words, by which its clinician knows it again."
    )
    stamp = models.PositiveIntegerField(default=0, help_text="Goes up with each change, so that none is overwritten.")
    kept_at = models.DateTimeField(db_index=True)
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    # Which consultation it became; its row is gone by then.
    done = ""

    class Meta:
        ordering = ("-kept_at",)

    def __str__(self):
        return f"{self.guideline} {self.key}"
