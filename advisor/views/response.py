"""What a clinician did about the advice of one of their consultations, as they say it on its page."""

from django.contrib import messages
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from advisor import record
from advisor import response as responding
from advisor.accounts import roles
from advisor.models import Consultation


@roles.require(roles.may_consult)
@require_POST
def respond(request, pk):
    """Record what was done, and go back to the same place of the consultation."""
    found = get_object_or_404(Consultation, pk=pk, consulted_by=request.user)
    said = responding.read(request.POST.get("deed", ""), request.POST.get("departure", ""))
    try:
        record.respond(found, said, by=request.user, at=timezone.now())
    except responding.Unsayable as refusal:
        return HttpResponseBadRequest(str(refusal))
    except record.Unrecorded as error:
        messages.error(request, str(error))
    return redirect(f"{reverse('consultation', args=[pk])}#response")
