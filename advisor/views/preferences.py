"""In which language and light the pages are shown: anybody chooses, whether signed in or not."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from advisor import forms
from advisor.accounts import preference


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request):
    """Show what can be chosen; a POST keeps it and leads back to where it was chosen."""
    if request.method != "POST":
        now = {"language": translation.get_language(), "appearance": preference.appearance(request)}
        return render(request, "advisor/preferences.html", {"form": forms.Preferences(initial=now)})
    form = forms.Preferences(request.POST)
    if not form.is_valid():
        return render(request, "advisor/preferences.html", {"form": form}, status=422)
    response = redirect(preference.back(request, "preferences"))
    preference.remember(request, response, **form.chosen())
    return response
