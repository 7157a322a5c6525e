"""What would change the advice of a consultation: the numbers and answers at which a verdict or a dose turns."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor import chart as charts
from advisor import sheet


@require_safe
@charts.wanted
def turning(request, chart):
    """Show every turning point of this patient, worked out when it is asked for."""
    shown = sheet.beside(chart) | {"turning": sheet.turning(chart.person)}
    return render(request, "advisor/turning.html", shown)
