"""Acts on an account: each in one transaction with its ledger entry, or not done at all."""

from contextlib import contextmanager
from functools import wraps

from allauth.core.exceptions import ImmediateHttpResponse
from django.db import transaction
from django.shortcuts import render
from django.utils import timezone

from guidelines import ledger


class Unentered(ImmediateHttpResponse):
    """The ledger entry could not be written, so nothing was done; it is also the answer that says so."""

    def __init__(self, request):
        super().__init__(render(request, "account/unentered.html", status=503))


def enter(act, request, *, by=None, of=None, detail=None):
    """Append an act on a user's account; whoever is signed in did it, unless somebody is named. Raises Unentered.

    It never holds what was typed: an e-mail field may hold a pass phrase.
    """
    actor = by or (request.user if request.user.is_authenticated else None)
    try:
        with transaction.atomic():
            ledger.append(act, by=actor, subject=f"user {of.pk}" if of else "", detail=detail, at=timezone.now())
    except Exception as failure:
        raise Unentered(request) from failure


@contextmanager
def entered(act, request, *, by=None, of=None, detail=None):
    """Enter an act and do it, in one transaction. Raises Unentered before anything is done."""
    with transaction.atomic():
        enter(act, request, by=by, of=of, detail=detail)
        yield


def signing_out(view):
    """Make a view that signs out enter it, too."""

    @wraps(view)
    def entering(request, *args, **kwargs):
        if request.method != "POST" or not request.user.is_authenticated:
            return view(request, *args, **kwargs)
        with entered("sign-out", request, of=request.user):
            return view(request, *args, **kwargs)

    return entering
