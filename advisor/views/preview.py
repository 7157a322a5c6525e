"""The preview of a working copy, as a clinician would see it, for its editors and reviewers; nothing is recorded of a patient."""

from functools import partial

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from advisor import answers, article, forms, sheet
from advisor.accounts import roles
from guidelines import library
from guidelines import preview as working
from guidelines.engine import advice, document


@roles.require(roles.may_review_or_edit)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request, slug):
    """Show the first page of a working copy; a POST shows what it would recommend for a made-up patient."""
    try:
        reading = working.working_copy(slug, at=timezone.now())
    except library.Absent as error:
        raise Http404(str(error)) from error
    except document.Unreadable as unreadable:
        return render(request, "advisor/preview/unsound.html", {"slug": slug, "faults": unreadable.faults}, status=409)
    settled = partial(answers.settled_in, facts=reading.compiled.facts, jurisdiction=settings.DEFAULT_JURISDICTION)
    form = forms.Preview(
        reading.compiled, request.POST or None, settled=settled, initial={"chosen": request.GET.get("case")}
    )
    if form.is_bound and form.is_valid():
        return _recommendation(request, reading, form)
    shown = article.draft(reading, request.user.reads_as) | {"form": form}
    return render(request, "advisor/preview/start.html", shown, status=422 if form.is_bound else 200)


def _recommendation(request, reading, form):
    edition = {"number": reading.number, "sha256": reading.sha256, "status": reading.status}
    given = advice.advise(reading.compiled, form.person, edition=edition)
    acknowledged = frozenset(request.POST.getlist("acknowledged"))
    working.enter(reading, case=form.case.code, by=request.user, at=timezone.now())
    told = sheet.preview(advice.withheld(given, acknowledged), reading, form.person, at=timezone.now())
    shown = {"sheet": told, "reading": reading, "form": form, "acknowledged": acknowledged}
    return render(request, "advisor/preview/recommendation.html", shown)
