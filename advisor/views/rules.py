"""The rules of a guideline in use, for its editors: how often each fires, how clinicians take it, and what to look at."""

from django.contrib import messages
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from advisor import reach, record, sheet
from advisor.accounts import roles
from guidelines import library


WEEKS = (4, 12, 26, 52)


@roles.require(roles.may_review_or_edit)
@never_cache
@require_safe
def rules(request, slug):
    """Show how the rules of a guideline were received over some weeks; numbers only."""
    asked = request.GET.get("weeks", "")
    weeks = int(asked) if asked in map(str, WEEKS) else WEEKS[1]
    try:
        found = reach.overview(slug, weeks=weeks, at=timezone.now())
    except library.Absent as error:
        raise Http404(str(error)) from error
    shown = {"slug": slug, "weeks": weeks, "choices": WEEKS, "received": sheet.receptions(found)}
    return render(request, "advisor/rules.html", shown)


@roles.require(roles.may_edit)
@require_POST
def settle(request, slug):
    """Record that an editor looked at a rule, and what came of it; what came in since stays due."""
    sent = {name: request.POST.get(name, "") for name in ("rule", "matter", "how", "seen")}
    try:
        reach.settle(slug, **sent, by=request.user, at=timezone.now())
    except reach.Nothing as refusal:
        return HttpResponseBadRequest(str(refusal))
    except record.Unrecorded as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Settled. It is due again only if something new comes."))
    return redirect("rules", slug=slug)
