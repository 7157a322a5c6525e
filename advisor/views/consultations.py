"""The clinician's own past consultations, newest first."""

from functools import cache

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from advisor import record, sheet
from advisor.accounts import roles
from guidelines import library
from guidelines.engine import patient


PER_PAGE = 25


@roles.require(roles.may_consult)
@never_cache
@require_safe
def consultations(request):
    """List what this clinician asked."""
    page = Paginator(record.own(request.user), PER_PAGE).get_page(request.GET.get("page"))
    edition = cache(library.edition)
    rows = [_row(found, edition(found.guideline, found.edition.number)) for found in page]
    return render(request, "advisor/consultations.html", {"page": page, "rows": rows})


def _row(found, reading):
    return sheet.row(found, patient.parse(reading.compiled, record.answered(found)), found.responses.all())
