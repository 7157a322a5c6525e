"""The first page after signing in: which guidelines there are to consult, what was paused, and which past advice has changed."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from advisor import reach, sheet, wizard
from advisor.accounts import roles
from guidelines import library


@require_safe
def home(request):
    """Show the guidelines on offer, each with the status of its edition, and what to look at again."""
    now = timezone.now()
    listed = library.catalogue()
    told = {"offered": [_offer(reading, now.date()) for reading in listed]}
    if roles.may_consult(request.user):
        told["recalls"] = [sheet.recall(one) for one in reach.recalls(request.user, at=now)]
        offered = {reading.slug: reading.title for reading in listed if not reading.withdrawal}
        withdrawn = {reading.slug: reading.title for reading in listed if reading.withdrawal}
        told["pauses"] = wizard.pauses(by=request.user, at=now, offered=offered, withdrawn=withdrawn)
    return render(request, "advisor/home.html", told)


def _offer(reading, today):
    overdue = reading.review_by and reading.review_by < today
    return {"reading": reading, "banner": sheet.banner(reading.status), "overdue": overdue}
