"""The difference of advice: who would be advised otherwise by an edition than by the one it replaces, for its reviewers."""

from datetime import timedelta

from django.core.cache import cache
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from advisor import reach
from advisor.accounts import roles
from guidelines import library


MONTHS = (3, 6, 12, 24)
SECONDS = 5
KEPT_SECONDS = 7 * 24 * 3600


@roles.require(roles.may_review_or_edit)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def survey(request, slug, number):
    """Show how far the comparison came and what it found; each POST goes on with it for some seconds."""
    try:
        after, before = library.edition(slug, number), library.before(slug, number)
    except library.Absent as error:
        raise Http404(str(error)) from error
    shown = {"slug": slug, "title": after.title, "number": number, "before": before}
    shown |= {"months": _months(request), "choices": MONTHS}
    if before is not None:
        shown |= _compared(before, after, shown["months"], going_on=request.method == "POST")
    return render(request, "advisor/survey.html", shown)


def _months(request):
    said = request.POST.get("months", request.GET.get("months", ""))
    return int(said) if said in map(str, MONTHS) else MONTHS[-2]


def _compared(before, after, months, *, going_on):
    since = timezone.now() - timedelta(days=30 * months)
    survey = reach.Survey(before, after, since=since)
    key = f"survey:{before.sha256}:{after.sha256}:{months}"
    state = cache.get(key) or survey.begin()
    if going_on:
        for _ in survey.advance(state, seconds=SECONDS):
            pass
        cache.set(key, state, KEPT_SECONDS)
    return {"state": state, "patterns": state.patterns(), "percent": 100 * state.done // max(state.total, 1)}
