"""The answer to whoever asks for what their role does not include; the attempt is entered in the ledger."""

import logging
from urllib.parse import quote

from django.db import transaction
from django.shortcuts import render
from django.utils import timezone

from guidelines import ledger


LONGEST = 200
log = logging.getLogger(__name__)


def denied(request, exception=None):
    """Refuse with 403, entered as an act of whoever is signed in; a ledger that is away makes it no less a refusal."""
    by = request.user if request.user.is_authenticated else None
    try:
        with transaction.atomic():
            # An address may hold anything that a stranger can type.
            ledger.append(
                "denied", by=by, subject=quote(request.path)[:LONGEST], detail={"by": request.method}, at=timezone.now()
            )
    except Exception:
        log.exception("A refusal could not be entered in the ledger.")
    return render(request, "403.html", status=403)
