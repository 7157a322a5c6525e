"""A leaflet for the patient about one treatment of a consultation: chosen, shown, and as PDF in two sizes."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from advisor import chart as charts
from advisor import paper, sheet
from advisor.accounts import roles
from advisor.models import Consultation


SIZES = ("a4", "a5")


@roles.require(roles.may_consult)
@never_cache
@require_safe
def leaflet(request, pk):
    """Show the leaflet of the treatment named, or which there are to choose from."""
    code = request.GET.get("option", "")
    if not code:
        return _choice(request, pk)
    return _issued(request, pk, partial(paper.leaflet, code=code), partial(_page, request))


@roles.require(roles.may_consult)
@never_cache
@require_safe
def pdf(request, pk):
    """Give the leaflet of the treatment named as PDF, on A4 or A5."""
    code, size = request.GET.get("option", ""), request.GET.get("paper", SIZES[0])
    make = partial(paper.leaflet_pdf, code=code, size=size if size in SIZES else SIZES[0])
    return _issued(request, pk, make, partial(_file, pk))


def _issued(request, pk, make, answer):
    found = get_object_or_404(Consultation, pk=pk, consulted_by=request.user)
    try:
        return answer(make(found, by=request.user, at=timezone.now(), site=request.build_absolute_uri("/")))
    except sheet.Unoffered as error:
        return _choice(request, pk, error, status=404)
    except paper.Unissued as error:
        return render(request, "advisor/unissued.html", {"error": error, "id": pk}, status=503)


@charts.wanted
def _choice(request, chart, error=None, status=200):
    shown = sheet.beside(chart) | {"choices": sheet.choices(chart.given), "error": error}
    return render(request, "advisor/leaflets.html", shown, status=status)


def _page(request, issued):
    shown = {"leaflet": issued.sheet, "frame": issued.frame, "contacts": paper.contacts(), "sizes": SIZES}
    return render(request, "advisor/leaflet.html", shown)


def _file(pk, made):
    # The name of the file says nothing of the patient or the treatment.
    named = {"Content-Disposition": f'inline; filename="leaflet-{str(pk)[:8]}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=named)
