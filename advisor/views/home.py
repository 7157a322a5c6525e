"""The first page after signing in: which guidelines there are to consult, and which past advice has changed."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from advisor import reach, sheet
from advisor.accounts import roles
from guidelines import library


@require_safe
def home(request):
    """Show the guidelines on offer, each with the status of its edition, and what to look at again."""
    now = timezone.now()
    recalls = reach.recalls(request.user, at=now) if roles.may_consult(request.user) else []
    offered = [_offer(reading, now.date()) for reading in library.catalogue()]
    return render(request, "advisor/home.html", {"offered": offered, "recalls": [sheet.recall(one) for one in recalls]})


def _offer(reading, today):
    overdue = reading.review_by and reading.review_by < today
    return {"reading": reading, "banner": sheet.banner(reading.status), "overdue": overdue}
