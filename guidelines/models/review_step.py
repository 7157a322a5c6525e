"""Review steps: who moved which edition to which state, when and why; only ever added."""

from django.conf import settings
from django.db import models

from guidelines.workflow import State

from .edition import Edition


class ReviewStep(models.Model):
    """One step in the life of an edition. The newest decides its state; the digest binds it to what was read."""

    sealed = True

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="steps", help_text="Which edition.")
    number = models.PositiveSmallIntegerField(
        help_text="Counted from 1 within the edition: two at once cannot both be."
    )
    state = models.CharField(max_length=12, choices=State.choices, help_text="The state it moved to.")
    sha256 = models.CharField("SHA-256", max_length=64, help_text="The digest of the document that this step is about.")
    at = models.DateTimeField(help_text="When.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", help_text="Who.")
    profession = models.CharField(max_length=20, help_text="What they were by profession at the time.")
    interests = models.TextField(blank=True, help_text="The interests they had declared at the time.")
    reason = models.TextField(blank=True, help_text="Why; needed to send back or to withdraw.")
    replacement = models.TextField(blank=True, help_text="What clinicians should use instead, of a withdrawn edition.")
    meaning = models.TextField(blank=True, help_text="What the signature means, in the words that were signed.")
    signed_with = models.CharField(max_length=10, blank=True, help_text="How the signer proved to be themselves.")

    class Meta:
        ordering = ("edition", "number")
        constraints = (models.UniqueConstraint(fields=("edition", "number"), name="review_step_number_once"),)

    def __str__(self):
        return f"{self.edition_id}.{self.number}: {self.state}"
