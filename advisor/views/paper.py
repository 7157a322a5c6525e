"""A consultation on paper: the page to print, the PDF, and plain text for the record; each asked for is entered."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from advisor import paper
from advisor.accounts import roles
from advisor.models import Consultation


@roles.require(roles.may_consult)
@never_cache
@require_safe
def printout(request, pk):
    """Show a consultation as the sheet that goes on paper, which bears witness that it was asked for."""
    return _issued(request, pk, partial(paper.issue, form="page"), partial(_page, request, "advisor/print.html"))


@roles.require(roles.may_consult)
@never_cache
@require_safe
def pdf(request, pk):
    """Give a consultation as PDF; the ledger keeps its digest."""
    return _issued(request, pk, paper.pdf, partial(_file, "recommendation", pk))


@roles.require(roles.may_consult)
@never_cache
@require_safe
def text(request, pk):
    """Give a consultation as plain text."""
    return _issued(request, pk, paper.text, partial(HttpResponse, content_type="text/plain; charset=utf-8"))


@roles.require(roles.may_consult)
@never_cache
@require_safe
def copy(request, pk):
    """Show the plain text of a consultation to copy from."""
    return _issued(request, pk, paper.text, lambda told: render(request, "advisor/copy.html", {"text": told, "id": pk}))


def _issued(request, pk, make, answer):
    found = get_object_or_404(Consultation, pk=pk, consulted_by=request.user)
    site = request.build_absolute_uri("/")
    try:
        return answer(make(found, by=request.user, at=timezone.now(), site=site))
    except paper.Unissued as error:
        return render(request, "advisor/unissued.html", {"error": error, "id": pk}, status=503)


def _page(request, template, issued):
    return render(request, template, {"sheet": issued.sheet, "witness": issued.witness, "frame": issued.frame})


def _file(name, pk, made):
    # The name of the file says nothing of the patient.
    named = {"Content-Disposition": f'inline; filename="{name}-{str(pk)[:8]}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=named)
