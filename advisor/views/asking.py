"""Asking a guideline, and asking about the patient of a consultation; what is typed stands in no address and no record."""

from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from advisor import asking, record
from advisor import chart as charts
from advisor.accounts import roles
from advisor.sheet.amount import day
from guidelines import library


READ = ["GET", "HEAD", "POST"]


@sensitive_post_parameters("question", "before")
@require_http_methods(READ)
@roles.require(roles.may_read)
@never_cache
def guideline(request, slug):
    """Show what the edition that clinicians get says to a question."""
    try:
        reading = library.current(slug)
    except library.Absent as error:
        gone = isinstance(error, library.Withdrawn)
        return render(request, "advisor/absent.html", {"error": error}, status=410 if gone else 404)
    return _shown(request, reading, {})


@sensitive_post_parameters("question", "before")
@require_http_methods(READ)
@charts.wanted
def consultation(request, chart):
    """Show what the edition of a consultation says to a question, for its patient."""
    about = asking.About(record.answered(chart.consultation), chart.given)
    return _shown(
        request, chart.reading, {"id": str(chart.consultation.pk), "on": day(chart.consultation.consulted_at)}, about
    )


def _shown(request, reading, frame, about=None):
    if request.method != "POST":
        return render(request, "advisor/asking.html", asking.blank(reading) | frame)
    typed, before = request.POST.get("question", ""), request.POST.getlist("before")
    shown = asking.of(reading, typed, before, about=about) | frame
    return render(request, "advisor/asking.html", shown, status=422 if "refused" in shown else 200)
