"""Withdrawing an approved edition, with the reason and what to use instead."""

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
def withdraw(request, slug, number):
    """Ask why and for what to use instead; a POST takes the edition away from clinicians."""
    try:
        found = dossier.find(slug, number)
    except library.Absent as error:
        raise Http404(str(error)) from error
    form = forms.Withdrawal(request.POST) if request.method == "POST" else forms.Withdrawal.about(dossier.seen(found))
    if form.is_bound and form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("reason", "replacement")}
        try:
            review.withdraw(found, by=request.user, at=timezone.now(), seen=form.seen, **words)
        except review.Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Edition %s was withdrawn; clinicians are told why from now on.") % number)
            return redirect("review-edition", slug=slug, number=number)
    shown = {"form": form, "edition": found}
    return render(request, "advisor/review/withdraw.html", shown, status=409 if form.is_bound else 200)
