"""One past consultation made into a case: the proposal, which an editor may change, and its saving."""

from dataclasses import asdict

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from advisor import forms, reach
from advisor.accounts import roles
from advisor.models import Consultation
from guidelines import casebook, library


@roles.require(roles.may_edit)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def exemplar(request, pk):
    """Propose a case; a POST saves it to the working copy and leads back to the list."""
    found = get_object_or_404(Consultation, pk=pk)
    try:
        proposal = reach.proposal(found)
    except library.Absent as error:
        raise Http404(str(error)) from error
    form = forms.Exemplar(request.POST or None, initial=asdict(proposal))
    if request.method == "POST" and form.is_valid():
        try:
            made = casebook.add(found.guideline, **form.cleaned_data, by=request.user, at=timezone.now())
        except casebook.Refused as refusal:
            form.add_error(None, str(refusal).splitlines())
        else:
            added = _("Case %(code)s was added to the working copy of %(guideline)s.")
            messages.success(request, added % {"code": made.code, "guideline": found.guideline})
            return redirect("exemplars", slug=found.guideline)
    return render(request, "advisor/exemplar.html", {"form": form, "slug": found.guideline})
