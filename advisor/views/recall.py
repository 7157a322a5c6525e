"""Recalls on the home page: a clinician acknowledges that earlier advice would be given differently today."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from advisor import reach, record
from advisor.accounts import roles
from advisor.models import Consultation


@roles.require(roles.may_consult)
@require_POST
def acknowledge(request, pk):
    """Record that what today's edition says against a consultation was seen, and go back to the home page."""
    found = get_object_or_404(Consultation, pk=pk, consulted_by=request.user)
    findings = {str(one.edition_id): one for one in reach.waiting(Consultation.objects.filter(pk=found.pk))}
    finding = findings.get(request.POST.get("edition"))
    if finding is None:
        why = _("There is nothing to acknowledge about this consultation, or no longer.")
        return render(request, "400.html", {"why": why}, status=400)
    try:
        said = "\n".join(finding.said)
        record.recalled(found, finding.edition_id, said, by=request.user, at=timezone.now())
    except record.Unrecorded as error:
        return render(request, "advisor/unrecorded.html", {"error": error}, status=503)
    return redirect("home")
