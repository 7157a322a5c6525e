"""The last page of the wizard: every answer to check, and the POST that asks for the recommendation."""

from django.conf import settings
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from advisor import answers, record, sheet, wizard
from advisor.accounts import roles
from guidelines import library
from guidelines.engine import advice, patient


CHANGED = "The answers or the guideline changed since this page was shown. Check them again, then ask."


@roles.require(roles.may_consult)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def summary(request, slug, key):
    """Show the answers; a POST asks for the advice, records it, and shows it in the same response."""
    try:
        reading = library.current(slug)
        draft, notices = wizard.resumed(request.session, reading, key)
    except (library.Absent, wizard.Lost) as error:
        return render(request, "advisor/lost.html", {"error": error, "slug": slug}, status=404)
    if draft.done:
        return redirect("consultation", pk=draft.done)
    asking = request.method == "POST"
    if asking and not notices and request.POST.get("seen") == wizard.seen(draft):
        return _recommendation(request, reading, draft)
    shown = {"reading": reading, "draft": draft, "notices": [*notices, CHANGED] if asking else notices}
    shown |= wizard.checked(reading.compiled, draft)
    shown |= {"seen": wizard.seen(draft), "banner": sheet.banner(reading.status)}
    return render(request, "advisor/summary.html", shown, status=409 if asking else 200)


def _recommendation(request, reading, draft):
    known = answers.settled_in(draft.answers, reading.compiled.facts, settings.DEFAULT_JURISDICTION)
    person = patient.parse(reading.compiled, known)
    edition = {"number": reading.number, "sha256": reading.sha256, "status": reading.status}
    given = advice.advise(reading.compiled, person, edition=edition)
    try:
        made = record.consult(reading, person, given, by=request.user, at=timezone.now(), key=draft.key)
    except record.Unrecorded as error:
        return render(request, "advisor/unrecorded.html", {"error": error}, status=503)
    wizard.finish(request.session, draft, made.pk)
    today, reader = made.consulted_at.date(), request.user.reads_as
    shown = sheet.of(advice.withheld(given), reading, person, made, today=today, reader=reader)
    return render(request, "advisor/recommendation.html", {"sheet": shown})
