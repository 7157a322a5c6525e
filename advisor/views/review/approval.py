"""Approving an edition: an electronic signature, with the pass phrase or a passkey asked again."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from advisor import forms
from advisor.accounts import roles, signing
from guidelines import dossier, library, review


@sensitive_post_parameters("phrase")
@roles.require(roles.may_review)
@require_http_methods(["GET", "HEAD", "POST"])
def approve(request, slug, number):
    """Show what is signed and what stands against it; a POST signs."""
    try:
        found = dossier.find(slug, number)
        meaning = dossier.meaning(found)
    except library.Absent as error:
        raise Http404(str(error)) from error
    form = forms.Approval(request.POST) if request.method == "POST" else forms.Approval.about(dossier.seen(found))
    status = _signed(request, found, form, meaning) if form.is_bound else 200
    if status == SIGNED:
        messages.success(request, _("Your signature on edition %s is on record.") % number)
        return redirect("review-edition", slug=slug, number=number)
    shown = {"form": form, "edition": found, "meaning": meaning}
    shown |= {"objections": review.objections(found, by=request.user)}
    shown |= {"has_passkey": signing.has_passkey(request.user), "passkey_is_fresh": signing.passkey_is_fresh(request)}
    return render(request, "advisor/review/approve.html", shown, status=status)


SIGNED = 303


def _signed(request, edition, form, meaning):
    if not form.is_valid():
        return 422
    now = timezone.now()
    try:
        how = signing.proof(
            request, form.cleaned_data["phrase"], subject=f"{edition.guideline_id}/{edition.number}", at=now
        )
        review.approve(edition, by=request.user, at=now, signature=review.Signature(meaning, how), seen=form.seen)
    except (signing.Unproved, review.Refused) as refusal:
        form.refuse(refusal)
        return getattr(refusal, "status", 409)
    return SIGNED
