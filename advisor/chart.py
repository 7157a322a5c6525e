"""The chart: one past consultation opened again, with its advice as it was given, the edition it came from, and its patient."""

from dataclasses import dataclass
from functools import wraps

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from advisor import record
from advisor.accounts import roles
from advisor.models import Consultation
from guidelines import library
from guidelines.engine import patient
from guidelines.engine.patient import Patient
from guidelines.library import Reading


class Closed(Exception):
    """The consultation cannot be opened now; the message is for the clinician."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A consultation with all that its further pages are made of."""

    consultation: Consultation
    given: dict
    reading: Reading
    person: Patient

    @property
    def is_silent(self):
        """Say whether an alert keeps every treatment from being shown."""
        return bool(self.given["withheld"] or self.given["stopped"])

    def option(self, code):
        """Give one treatment's place in the advice. Raises Http404 where the advice has no such treatment."""
        found = next((option for option in self.given["options"] if option["code"] == code), None)
        if found is None:
            raise Http404(code)
        return found


def opened(consultation, *, by, at):
    """Open a consultation, and enter in the ledger that it was opened. Raises Closed."""
    given = record.given(consultation)
    try:
        reading = library.edition(consultation.guideline, given["edition"]["number"])
        record.view(consultation, by=by, at=at)
    except (library.Absent, record.Unrecorded) as error:
        raise Closed(str(error)) from error
    return Chart(consultation, given, reading, patient.parse(reading.compiled, record.answered(consultation)))


def wanted(view):
    """Guard a further page of a consultation: its clinician alone gets it, with the chart in place of the number.

    Where an alert keeps every treatment from being shown, it leads back to the consultation, which says so.
    """
    return _guarded(view, lambda chart: chart.is_silent)


def supposable(view):
    """Guard a page that tries out other answers: open also to whom the guideline stopped for, who may be another than was typed.

    Behind an alert that waits to be acknowledged nothing is tried out, because that would show what the alert withholds.
    """
    return _guarded(view, lambda chart: chart.given["withheld"])


def _guarded(view, is_closed):
    @roles.require(roles.may_consult)
    @never_cache
    @wraps(view)
    def guarded(request, pk, *args, **kwargs):
        found = get_object_or_404(Consultation, pk=pk, consulted_by=request.user)
        try:
            chart = opened(found, by=request.user, at=timezone.now())
        except Closed as error:
            return render(request, "advisor/unrecorded.html", {"error": error}, status=503)
        return redirect("consultation", pk=pk) if is_closed(chart) else view(request, chart, *args, **kwargs)

    return guarded
