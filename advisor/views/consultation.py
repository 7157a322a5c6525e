"""One past consultation, exactly as it was shown, for the clinician who asked."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from advisor import record, renewal, sheet
from advisor.accounts import roles
from advisor.models import Consultation
from guidelines import library
from guidelines.engine import patient


@roles.require(roles.may_consult)
@never_cache
@require_safe
def consultation(request, pk):
    """Show a consultation from what was recorded; opening it is entered in the ledger."""
    found = get_object_or_404(Consultation, pk=pk, consulted_by=request.user)
    given, now = record.given(found), timezone.now()
    try:
        reading = library.edition(found.guideline, given["edition"]["number"])
        record.view(found, by=request.user, at=now)
    except (library.Absent, record.Unrecorded) as error:
        return render(request, "advisor/unrecorded.html", {"error": error}, status=503)
    person = patient.parse(reading.compiled, record.answered(found))
    said, reader = found.responses.all(), request.user.reads_as
    shown = sheet.of(given, reading, person, found, today=now.date(), responses=said, reader=reader)
    more = renewal.within(found, given, reading.compiled, request.session)
    return render(request, "advisor/recommendation.html", {"sheet": shown, "renewal": more})


@roles.require(roles.may_consult)
@never_cache
@require_POST
def acknowledge(request, pk):
    """Record that a withholding alert was seen, and show the consultation again."""
    found = get_object_or_404(Consultation, pk=pk, consulted_by=request.user)
    withholding = {alert["code"] for alert in record.given(found)["alerts"] if alert["effect"] == "withhold"}
    if request.POST.get("alert") not in withholding:
        why = _("This consultation has no such alert to acknowledge.")
        return render(request, "400.html", {"why": why}, status=400)
    try:
        record.acknowledge(found, request.POST["alert"], by=request.user, at=timezone.now())
    except record.Unrecorded as error:
        return render(request, "advisor/unrecorded.html", {"error": error}, status=503)
    return redirect("consultation", pk=pk)
