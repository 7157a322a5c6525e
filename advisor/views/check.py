"""Checking a paper: anybody who holds one is told what has become of its advice, and nobody anything else; public."""

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from advisor import reach, record, sheet
from guidelines import library


@login_not_required
@never_cache
@require_safe
def check(request, key=""):
    """Tell how an advice stands, by its number and the digest on its paper; whatever does not fit gets one answer."""
    asked = {"key": key or request.GET.get("id", ""), "digest": request.GET.get("digest", "")}
    if not any(asked.values()):
        return render(request, "advisor/check.html")
    limited = ratelimit.consume_or_429(request, action="check", limit_get=True)
    if limited:
        return limited
    by = request.user if request.user.is_authenticated else None
    try:
        found = reach.standing(**asked, by=by, at=timezone.now())
    except (library.Absent, record.Unrecorded) as error:
        return render(request, "advisor/unrecorded.html", {"error": error}, status=503)
    if found is None:
        return render(request, "advisor/check.html", {"unknown": True, "asked": asked}, status=404)
    return render(request, "advisor/check.html", {"standing": sheet.standing(found)})
