"""The first page after signing in: which guidelines there are to consult."""

from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def home(request):
    """Show the guidelines on offer."""
    return render(request, "advisor/home.html", {"guidelines": ()})
