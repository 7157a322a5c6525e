"""The editorial policy: how content is made, checked, reviewed, approved and marked."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from advisor import article


@require_safe
def policy(request):
    """Show the editorial policy to whoever is signed in."""
    return render(request, "advisor/policy.html", article.policy())
