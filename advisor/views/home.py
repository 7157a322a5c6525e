"""The first page after signing in: which guidelines there are to consult."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor import sheet
from guidelines import library


@require_safe
def home(request):
    """Show the guidelines on offer, each with the status of its edition."""
    offered = [{"reading": reading, "banner": sheet.banner(reading.status)} for reading in library.catalogue()]
    return render(request, "advisor/home.html", {"offered": offered})
