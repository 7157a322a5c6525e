"""Searching one guideline: whatever was typed, what of the edition speaks of it, by kind."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor import search as passages
from advisor.accounts import roles
from advisor.sheet import banner
from guidelines import library


@roles.require(roles.may_read)
@require_safe
def search(request, slug):
    """Show what was found, or where to look instead."""
    try:
        reading = library.current(slug)
    except library.Absent as error:
        return render(request, "advisor/absent.html", {"error": error}, status=404)
    found = passages.find(reading, request.GET.get("q", ""))
    shown = {"reading": reading, "found": found, "banner": banner(reading.status, reading.withdrawal)}
    shown |= {} if found.groups else {"hints": passages.hints(reading)}
    return render(request, "advisor/search.html", shown)
