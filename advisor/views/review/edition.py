"""One edition under review: everything that bears on the decision about it."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor import forms
from advisor.accounts import roles
from guidelines import dossier, library


@roles.require(roles.may_review_or_edit)
@require_safe
def edition(request, slug, number):
    """Show an edition with what it changes, who stands behind it, what was said, and what can be done."""
    try:
        told = dossier.of(dossier.find(slug, number), by=request.user)
    except library.Absent as error:
        raise Http404(str(error)) from error
    shown = {"told": told, "edition": told.edition, "form": forms.Decision.about(told.seen)}
    return render(request, "advisor/review/edition.html", shown)
