"""Sending an edition back to its editors, with the reason."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from advisor import forms
from advisor.accounts import roles
from guidelines import dossier, library, review


@roles.require(roles.may_review)
@require_http_methods(["GET", "HEAD", "POST"])
def send_back(request, slug, number):
    """Ask for the reason; a POST sends the edition back with it."""
    try:
        found = dossier.find(slug, number)
    except library.Absent as error:
        raise Http404(str(error)) from error
    form = forms.Return(request.POST) if request.method == "POST" else forms.Return.about(dossier.seen(found))
    if form.is_bound and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            review.send_back(found, by=request.user, at=timezone.now(), reason=reason, seen=form.seen)
        except review.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Edition %s was sent back to its editors.") % number)
            return redirect("review-edition", slug=slug, number=number)
    shown = {"form": form, "edition": found}
    return render(request, "advisor/review/send_back.html", shown, status=409 if form.is_bound else 200)
