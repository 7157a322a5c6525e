"""Discarding a consultation that was paused."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from advisor import wizard
from advisor.accounts import roles


@roles.require(roles.may_consult)
@require_POST
def discard(request, slug, key):
    """Remove the clinician's own draft; there is nothing to say of one that is not theirs."""
    wizard.discard(slug, key, by=request.user)
    messages.success(request, _("Discarded. Its answers are no longer kept."))
    return redirect("home")
