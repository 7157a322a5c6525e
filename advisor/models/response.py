"""Responses: what clinicians say they did about an advice: accepted it, or did otherwise for a coded reason; kept for good."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .consultation import Consultation


class Deed(models.TextChoices):
    """What was done; everything but the first departs from the advice."""

    ACCEPTED = "accepted", _("Accepted")
    NONE_GIVEN = "none_given", _("Nothing of what was advised first was given")
    NOT_GIVEN = "not_given", _("Not given")
    OTHER_DOSE = "other_dose", _("Given in another dose than advised")
    GIVEN_ANYWAY = "given_anyway", _("Given although ruled out")


class Departure(models.TextChoices):
    """Why a clinician did otherwise: codes of HL7's non-adherence reasons (CDS Hooks 3.0), in words of our own.

    The shortlist for clinicians, and of the disagreements the one that calls an editor.
    """

    NOT_APPLICABLE = "cds-not-applicable", _("The advice does not apply to this patient")
    COMPLETED = "action-completed", _("It was already done")
    CONTEXT = "cds-suboptimal-context", _("Not now: too little time, or something must be known first")
    EVIDENCE = "does-not-align-latest-evidence", _("It does not align with the latest evidence")
    DISAGREES = "recipient-disagrees-evidence", _("I disagree with it for another reason")
    OUTCOMES = "recipient-concerns-outcomes", _("I expect more harm than benefit")
    CONTRAINDICATED = "patient-contraindication", _("A contraindication that the advice does not know of")
    PREFERENCES = "does-not-align-preferences", _("The patient prefers something else")
    REFUSES = "patient-refuses", _("The patient refuses")
    UNFEASIBLE = "not-convenient-feasible", _("Not feasible here")
    COST = "too-costly-uncovered", _("Too costly, or not covered")
    UNAVAILABLE = "service-not-available", _("Not available")
    UNCLEAR = "recipient-does-not-understand", _("I do not understand the advice")


class Response(models.Model):
    """What was done about one consultation; a later response takes the place of an earlier one. Append-only."""

    sealed = True

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="responses")
    deed = models.CharField(max_length=20, choices=Deed, help_text="What was done.")
    treatment = models.CharField(max_length=100, blank=True, help_text="With which treatment, by its code; or none.")
    departure = models.CharField(max_length=40, choices=Departure, blank=True, help_text="Why it was done otherwise.")
    accepted = models.TextField(blank=True, help_text="The rules that were followed, by their places.")
    overridden = models.TextField(blank=True, help_text="The rules that were not, by their places.")
    responded_at = models.DateTimeField()
    responded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(deed=Deed.ACCEPTED, departure="") | (~Q(deed=Deed.ACCEPTED) & ~Q(departure="")),
                name="departing_has_a_reason",
            ),
        )
        indexes = (models.Index(fields=("departure",), name="responses_by_departure"),)

    def __str__(self):
        return f"{self.deed} {self.treatment}".strip()
