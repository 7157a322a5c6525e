"""One page of the wizard: the questions of a topic that are due, or all of them to change."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from advisor import answers, forms, sheet, wizard
from advisor.accounts import roles
from guidelines import library
from guidelines.engine import patient


@roles.require(roles.may_consult)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def topic(request, slug, key, code):
    """Ask the questions of a topic; a POST puts the answers into the draft and leads to what is due next."""
    try:
        reading = library.current(slug)
        draft, notices = wizard.resumed(request.session, reading, key)
        page = wizard.page(patient.parse(reading.compiled, draft.answers), code)
    except (library.Absent, wizard.Lost) as error:
        return render(request, "advisor/lost.html", {"error": error, "slug": slug}, status=404)
    if draft.done:
        return redirect("consultation", pk=draft.done)
    for notice in notices:
        messages.warning(request, notice)
    form = (
        _posted(request, reading.compiled, page) if request.method == "POST" else _fresh(request, reading, draft, page)
    )
    if not form.questions or (form.is_bound and form.is_valid() and _taken(request, reading.compiled, draft, form)):
        return redirect(*wizard.onward(reading.compiled, draft))
    shown = {"reading": reading, "draft": draft, "form": form, "banner": sheet.banner(reading.status)}
    shown |= {"page": page, "steps": wizard.steps(reading.compiled, draft, code)}
    return render(request, "advisor/topic.html", shown, status=422 if form.is_bound else 200)


def _fresh(request, reading, draft, page):
    known = answers.settled_in(draft.answers, reading.compiled.facts, settings.DEFAULT_JURISDICTION)
    asked = wizard.asked(page, everything="change" in request.GET)
    return forms.Topic(wizard.questions(reading.compiled, page, asked, request.session), known)


def _posted(request, book, page):
    asked = wizard.questions(book, page, request.POST.getlist("asked"), request.session)
    return forms.Topic.reshown(asked, request.POST) if "add" in request.POST else forms.Topic(asked, data=request.POST)


def _taken(request, book, draft, form):
    try:
        dropped = wizard.taken(book, draft, form.page)
    except patient.Refused as refusal:
        form.refuse(refusal.faults)
        return False
    wizard.remember_units(request.session, form.page)
    wizard.keep(request.session, draft)
    for fact in dropped:
        messages.info(request, f"No longer asked, so its answer was removed: {fact.text}")
    return True
