"""One edition for good: the address by which it can be cited, and what it says otherwise than the one before it."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from advisor import article
from advisor.accounts import roles
from guidelines import library


@roles.require(roles.may_read)
@require_safe
def edition(request, slug, number):
    """Show an edition as it is, under a band where it is not the one that clinicians get."""
    try:
        reading = article.find(slug, number, drafts=roles.may_review_or_edit(request.user))
    except library.Absent as error:
        return render(request, "advisor/absent.html", {"error": error}, status=404)
    current = article.newest(slug)
    shown = article.page(reading, request.user.reads_as, today=timezone.now().date(), current=current)
    return render(request, "advisor/guideline.html", shown)


@roles.require(roles.may_read)
@require_safe
def changes(request, slug, number):
    """Show what an edition says otherwise than the one that was approved before it."""
    try:
        reading = article.find(slug, number, drafts=roles.may_review_or_edit(request.user))
        news = article.news(reading)
    except library.Absent as error:
        return render(request, "advisor/absent.html", {"error": error}, status=404)
    return render(request, "advisor/changes.html", {"news": news, "reading": reading})
