"""A guideline's first page: its newest edition to read, and where a consultation starts."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from advisor import article, wizard
from advisor.accounts import roles
from guidelines import library


@roles.require(roles.may_read)
@require_http_methods(["GET", "HEAD", "POST"])
def guideline(request, slug):
    """Show the edition that clinicians get; a clinician's POST begins a consultation and leads to its first questions."""
    try:
        reading = library.current(slug)
    except library.Absent as error:
        gone = isinstance(error, library.Withdrawn)
        return render(request, "advisor/absent.html", {"error": error}, status=410 if gone else 404)
    if request.method == "POST":
        return _begun(request, reading)
    shown = article.page(reading, request.user.reads_as, today=timezone.now().date(), current=reading.number)
    return render(request, "advisor/guideline.html", shown)


def _begun(request, reading):
    if not roles.may_consult(request.user):
        raise PermissionDenied
    return redirect(*wizard.start(reading, by=request.user, at=timezone.now()))
