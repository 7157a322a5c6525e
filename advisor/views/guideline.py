"""A guideline's first page: its question, its edition, and where a consultation starts."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from advisor import sheet, wizard
from advisor.accounts import roles
from guidelines import library


@roles.require(roles.may_consult)
@require_http_methods(["GET", "HEAD", "POST"])
def guideline(request, slug):
    """Show a guideline; a POST begins a consultation and leads to its first questions."""
    try:
        reading = library.current(slug)
    except library.Absent as error:
        gone = isinstance(error, library.Withdrawn)
        return render(request, "advisor/absent.html", {"error": error}, status=410 if gone else 404)
    if request.method == "POST":
        draft = wizard.begin(request.session, reading)
        return redirect(*wizard.onward(reading.compiled, draft))
    shown = {"reading": reading, "about": reading.compiled.rulebook.guideline, "banner": sheet.banner(reading.status)}
    return render(request, "advisor/guideline.html", shown)
