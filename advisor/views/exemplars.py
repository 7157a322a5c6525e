"""Past consultations for editors, without names: each can become a case in two clicks."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from advisor import reach, record, sheet
from advisor.accounts import roles
from guidelines import library
from guidelines.engine import patient


PER_PAGE = 25


@roles.require(roles.may_edit)
@never_cache
@require_safe
def exemplars(request, slug):
    """List the consultations of a guideline; none says who asked."""
    page = Paginator(reach.consulted(slug), PER_PAGE).get_page(request.GET.get("page"))
    rows = [_row(found) for found in page]
    title = rows[0]["title"] if rows else slug
    return render(request, "advisor/exemplars.html", {"page": page, "rows": rows, "title": title})


def _row(found):
    reading = library.edition(found.guideline, found.edition.number)
    return sheet.row(found, patient.parse(reading.compiled, record.answered(found)))
