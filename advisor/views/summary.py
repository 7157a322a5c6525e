"""The last page of the wizard: every answer to check, and the POST that asks for the recommendation."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from advisor import record, renewal, sheet, wizard
from advisor.accounts import roles
from guidelines import library
from guidelines.engine import advice


@roles.require(roles.may_consult)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def summary(request, slug, key):
    """Show the answers; a POST asks for the advice, records it, and shows it in the same response."""
    try:
        here = wizard.visit(slug, key, by=request.user, at=timezone.now())
    except (library.Absent, wizard.Lost) as error:
        return render(request, "advisor/lost.html", {"error": error, "slug": slug}, status=404)
    if here.draft.done:
        return redirect("consultation", pk=here.draft.done)
    asking = request.method == "POST"
    if asking and not here.notices and request.POST.get("seen") == wizard.seen(here.draft):
        return _recommendation(request, here)
    changed = _("The answers or the guideline changed since this page was shown. Check them again, then ask.")
    told = {"reading": here.reading, "draft": here.draft, "changed": changed if asking else ""}
    told |= {"notices": here.notices, "seen": wizard.seen(here.draft), "banner": sheet.banner(here.reading.status)}
    told |= wizard.checked(here.person, here.pages)
    return render(request, "advisor/summary.html", told, status=409 if asking else 200)


def _recommendation(request, here):
    reading, draft, person = here.reading, here.draft, wizard.advised(here, request.session)
    edition = {"number": reading.number, "sha256": reading.sha256, "status": reading.status}
    given = advice.advise(reading.compiled, person, edition=edition)
    try:
        made = record.consult(
            reading, person, given, by=request.user, at=timezone.now(), key=draft.key, follows=draft.follows_id
        )
    except record.Unrecorded as error:
        return render(request, "advisor/unrecorded.html", {"error": error}, status=503)
    wizard.finish(draft)
    today, reader = made.consulted_at.date(), request.user.reads_as
    given = advice.withheld(given)
    shown = sheet.of(given, reading, person, made, today=today, reader=reader)
    more = renewal.within(made, given, reading.compiled, request.session)
    return render(request, "advisor/recommendation.html", {"sheet": shown, "renewal": more})
