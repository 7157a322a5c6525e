"""Sources: a reference and how what is said was seen in it; or practice, or an editorial proposal, always unverified."""

from django.db import models


class Verification(models.TextChoices):
    """How something was seen."""

    PRIMARY = "primary", "Primary: seen at the source"
    SECONDARY = "secondary", "Secondary: seen where somebody else reports it"
    UNVERIFIED = "unverified", "Unverified: believed, not seen"


class Source(models.Model):
    """What a rule names as its source. Its code is what the package files hold: R40, R9/secondary, practice."""

    code = models.CharField(max_length=100, primary_key=True, help_text="The reference, and how it was seen.")
    reference = models.ForeignKey(
        "guidelines.Reference",
        models.CASCADE,
        related_name="sources",
        null=True,
        blank=True,
        help_text="Empty for practice and for an editorial proposal.",
    )
    verification = models.CharField(
        max_length=10, choices=Verification.choices, help_text="Unverified sources are marked on every page."
    )

    class Meta:
        ordering = ("code",)

    def __str__(self):
        return self.code

    @classmethod
    def of(cls, reference):
        """Return the three sources that a reference can be, unsaved."""
        return [
            cls(code=reference, reference_id=reference, verification=Verification.PRIMARY),
            cls(code=f"{reference}/secondary", reference_id=reference, verification=Verification.SECONDARY),
            cls(code=f"{reference}/unverified", reference_id=reference, verification=Verification.UNVERIFIED),
        ]

    @classmethod
    def standing(cls):
        """Return the two sources that are no publication, unsaved."""
        return [cls(code=code, verification=Verification.UNVERIFIED) for code in ("practice", "editorial")]
