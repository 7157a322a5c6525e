"""Up to four treatments of a consultation's advice side by side."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor import chart as charts
from advisor import forms, sheet


@require_safe
@charts.wanted
def comparison(request, chart):
    """Show the treatments that were ticked side by side, or say why they cannot be."""
    form = forms.Comparison(request.GET, choices=sheet.comparable(chart.given))
    shown = sheet.beside(chart) | {"form": form}
    if form.is_valid():
        told = sheet.side_by_side(form.cleaned_data["treatment"], chart)
        shown |= {"comparison": told, "references": sheet.cited(told, chart), "cites_here": True}
    refused = form.is_bound and not form.is_valid()
    return render(request, "advisor/comparison.html", shown, status=422 if refused else 200)
