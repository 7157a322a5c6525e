"""A sitting: how long one sign-in lasts. Thirty idle minutes end it, and twelve hours whatever happens."""

from datetime import timedelta

from django.contrib.auth import logout
from django.db import transaction
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from guidelines import ledger


LONGEST = timedelta(hours=12)
# The session is written at most once a minute, so that reading pages costs no write each.
NOTED_EVERY = timedelta(minutes=1)


class SittingMiddleware:
    """Prolongs the session of somebody who is working, and ends it after its longest time."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Answer the request, signed out first where the sitting is over; no browser keeps what it shows."""
        signed_in = request.user.is_authenticated
        if signed_in:
            note(request, timezone.now())
        response = self.get_response(request)
        if signed_in:
            add_never_cache_headers(response)
        return response


def note(request, now):
    """Write into the session that the user is at work now, or sign them out after the longest time."""
    session = request.session
    began = session.setdefault("sitting_began", now.timestamp())
    if now.timestamp() - began > LONGEST.total_seconds():
        with transaction.atomic():
            ledger.append("sitting ended", by=request.user, subject=f"user {request.user.pk}", at=now)
            logout(request)
    elif now.timestamp() - session.get("sitting_noted", 0) > NOTED_EVERY.total_seconds():
        session["sitting_noted"] = now.timestamp()
