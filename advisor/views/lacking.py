"""What an advice lacks, answered in its place: a consultation follows the one that lacked it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from advisor import chart as charts
from advisor import record, renewal, sheet, supposition
from guidelines import library
from guidelines.engine import patient


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@charts.wanted
def lacking(request, chart):
    """Ask for what is lacking; what was answered leads to a new recommendation, what cannot be is shown where it stands."""
    if request.method != "POST":
        codes = renewal.lacking(chart.given)
        return _page(request, chart, supposition.form(chart, request.session, None, codes, judged=False))
    data, more = request.POST, request.POST.getlist("add")
    form = supposition.form(chart, request.session, data, [*data.getlist("asked"), *more], judged=not more)
    return _page(request, chart, form) if more else _answered(request, chart, form)


def _answered(request, chart, form):
    if not form.is_valid() or not form.says_something():
        return _page(request, chart, form, status=422)
    try:
        there, notices = renewal.renew(chart, form.page, by=request.user, at=timezone.now())
    except patient.Refused as refused:
        form.refuse(refused.faults)
        return _page(request, chart, form, status=422)
    except library.Absent as error:
        gone = isinstance(error, library.Withdrawn)
        return render(request, "advisor/absent.html", {"error": error}, status=410 if gone else 404)
    except record.Unrecorded as error:
        return render(request, "advisor/unrecorded.html", {"error": error}, status=503)
    for notice in notices:
        messages.info(request, notice)
    return redirect(*there)


def _page(request, chart, form, status=200):
    asked = [question.code for question in form.questions]
    return render(request, "advisor/lacking.html", sheet.beside(chart) | {"form": form, "asked": asked}, status=status)
