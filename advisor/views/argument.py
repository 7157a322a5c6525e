"""Why, or why not: every treatment of a consultation's edition, and one of them with every argument for this patient.

What is sought stands in no address: nobody else can have it printed beside a patient's verdicts (decision 6).
"""

from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from advisor import chart as charts
from advisor import search, sheet
from advisor.search.name import LONGEST


@require_http_methods(["GET", "HEAD", "POST"])
@charts.wanted
def arguments(request, chart):
    """List every treatment, or those that go by what is sought."""
    sought = request.POST.get("sought", "").strip()[:LONGEST]
    codes = search.called(chart.reading, sought) if sought else None
    shown = sheet.beside(chart) | {"sought": sought, "treatments": sheet.listed(chart, codes)}
    return render(request, "advisor/arguments.html", shown)


@require_safe
@charts.wanted
def argument(request, chart, code):
    """Show one treatment with everything that speaks for and against it."""
    told = sheet.argued(chart.option(code), chart)
    shown = sheet.beside(chart) | {"treatment": told, "references": told["references"], "cites_here": True}
    return render(request, "advisor/argument.html", shown)
