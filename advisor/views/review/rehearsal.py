"""The worked patients of an edition, tried now."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor.accounts import roles
from guidelines import dossier, library


@roles.require(roles.may_review_or_edit)
@require_safe
def rehearsal(request, slug, number):
    """Advise every worked patient and show which get the advice that they must get."""
    try:
        found = dossier.find(slug, number)
        tried = dossier.rehearse(found)
    except library.Absent as error:
        raise Http404(str(error)) from error
    failing = [one for one in tried if one.failures]
    return render(request, "advisor/review/rehearsal.html", {"edition": found, "tried": tried, "failing": failing})
