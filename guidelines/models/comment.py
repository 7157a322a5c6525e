"""Comments: what reviewers remark on rows of an edition; each is resolved before the edition can be approved."""

from django.conf import settings
from django.db import models

from .edition import Edition


class Comment(models.Model):
    """A remark on one row of an edition, or an answer to one."""

    sealed = True

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="comments", help_text="On which edition.")
    place = models.CharField(
        max_length=200, blank=True, help_text="On which row, for example options[x]; empty for the whole."
    )
    text = models.TextField(help_text="What is said.")
    answers = models.ForeignKey(
        "self", models.PROTECT, related_name="answered_by", null=True, help_text="The comment that this one answers."
    )
    at = models.DateTimeField(help_text="When.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", help_text="Who.")

    class Meta:
        ordering = ("edition", "id")

    def __str__(self):
        return f"{self.edition_id} {self.place}".strip()


class Resolution(models.Model):
    """That a comment needs nothing more, and why."""

    sealed = True

    comment = models.OneToOneField(
        Comment, models.PROTECT, related_name="resolution", help_text="Which comment is resolved."
    )
    text = models.TextField(blank=True, help_text="How it was resolved.")
    at = models.DateTimeField(help_text="When.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", help_text="Who.")

    class Meta:
        ordering = ("comment",)

    def __str__(self):
        return f"{self.comment_id}"
