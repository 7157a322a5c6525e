"""What if: other answers tried out on the patient of a consultation; nothing of it is kept, unless it is begun as a consultation."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from advisor import chart as charts
from advisor import renewal, sheet, supposition
from guidelines import library
from guidelines.engine import patient


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@charts.supposable
def suppose(request, chart):
    """Ask what to suppose, and show exactly what would change; or begin a consultation with it."""
    if request.method != "POST":
        codes = request.GET.getlist("asked")
        return _page(request, chart, supposition.form(chart, request.session, None, codes, judged=False))
    data, more = request.POST, "add" in request.POST
    codes = [*data.getlist("asked"), *([data["add"] or data.get("more")] if more else ())]
    form = supposition.form(chart, request.session, data, codes, judged=not more)
    if more or not form.questions:
        return _page(request, chart, form)
    return _supposed(request, chart, form)


def _supposed(request, chart, form):
    if not form.is_valid():
        return _page(request, chart, form, status=422)
    try:
        supposed = supposition.suppose(chart, form.page)
    except patient.Refused as refused:
        form.refuse(refused.faults)
        return _page(request, chart, form, status=422)
    if "begin" in request.POST:
        return _begun(request, chart, supposed)
    return _page(request, chart, form, told=supposition.told(chart, supposed))


def _begun(request, chart, supposed):
    try:
        there, notices = renewal.begin(chart, supposed.person.answers, by=request.user, at=timezone.now())
    except library.Absent as error:
        gone = isinstance(error, library.Withdrawn)
        return render(request, "advisor/absent.html", {"error": error}, status=410 if gone else 404)
    for notice in notices:
        messages.info(request, notice)
    return redirect(*there)


def _page(request, chart, form, status=200, told=None):
    asked = [question.code for question in form.questions]
    shown = sheet.beside(chart) | {"form": form, "asked": asked, "told": told}
    shown["others"] = supposition.others(chart, asked)
    if not told:
        shown["patient"] = sheet.answered(chart)
    else:
        # What would come may rest on sources that the advice itself never cites.
        shown |= {"references": sheet.cited(told, chart), "cites_here": True}
    return render(request, "advisor/supposition.html", shown, status=status)
