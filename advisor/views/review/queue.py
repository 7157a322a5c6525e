"""The queue of review: what awaits a decision, and what is past its review date."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from advisor.accounts import roles
from guidelines import queue as waiting


@roles.require(roles.may_review_or_edit)
@require_safe
def queue(request):
    """Show the editions that await review, those of overdue guidelines first."""
    today = timezone.now().date()
    editions = waiting.waiting(by=request.user, today=today)
    listed = {"editions": editions, "overdue": waiting.overdue(today)}
    return render(request, "advisor/review/queue.html", listed)
