"""One treatment counted day by day for the patient of a consultation, from a day that the clinician chooses."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from advisor import chart as charts
from advisor import forms, sheet


@require_safe
@charts.wanted
def calendar(request, chart, code):
    """Show the days, or say what is wrong with the day that was chosen."""
    option = chart.option(code)
    unit = next((dose["unit"] for dose in option["dose"]), "")
    form = forms.Calendar(request.GET, today=timezone.localdate(), unit=unit)
    shown = sheet.beside(chart) | {"form": form, "option": sheet.named(option)}
    if form.is_valid():
        asked = {"stop": form.cleaned_data["stop"], "leaving": form.cleaned_data["dose"]}
        told = sheet.calendar(option, chart.person, form.cleaned_data["start"], **asked)
        shown |= {"calendar": told, "references": sheet.cited(told, chart), "cites_here": True}
    return render(request, "advisor/calendar.html", shown, status=200 if form.is_valid() else 422)
