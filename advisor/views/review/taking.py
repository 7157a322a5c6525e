"""Taking an edition under review."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from advisor import forms
from advisor.accounts import roles
from guidelines import dossier, library, review


@roles.require(roles.may_review)
@require_POST
def take(request, slug, number):
    """Take the edition, and lead back to it with what happened."""
    try:
        found = dossier.find(slug, number)
    except library.Absent as error:
        raise Http404(str(error)) from error
    form = forms.Decision(request.POST)
    try:
        review.take(found, by=request.user, at=timezone.now(), seen=form.seen)
    except review.Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Edition %s is under review.") % number)
    return redirect("review-edition", slug=slug, number=number)
