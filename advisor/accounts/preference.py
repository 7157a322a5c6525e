"""Preferences: in which language and in which light a reader wants the pages; kept on the account, and in cookies.

They are taste and no act: the ledger does not hold them. The cookies are for pages before signing in.
"""

from http import HTTPStatus

from django.conf import settings
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme

from advisor.accounts.models import Appearance, Reader, User


LANGUAGES = dict(settings.LANGUAGES)
APPEARANCE_COOKIE = "appearance"
# Chosen with the form of a page that holds more than this: the same page comes back in that language, with what was typed.
SPEAK = "speak"
KEPT_SECONDS = 365 * 24 * 3600


class PreferenceMiddleware(LocaleMiddleware):
    """Speaks the language just chosen, else of the reader's account, else of their cookie, else of their browser."""

    def process_request(self, request):
        """Choose the language of this request."""
        super().process_request(request)
        chosen = _spoken(request) or getattr(request.user, "language", "")
        if chosen in LANGUAGES:
            translation.activate(chosen)
            request.LANGUAGE_CODE = chosen

    def process_response(self, request, response):
        """Say which language it is, and leave the account's choices in the browser for when nobody is signed in."""
        response = super().process_response(request, response)
        if response.status_code != HTTPStatus.FORBIDDEN and (spoken := _spoken(request)):
            remember(request, response, language=spoken)
        for cookie, chosen in _on_account(request.user).items():
            if chosen and request.COOKIES.get(cookie) != chosen and cookie not in response.cookies:
                _leave(response, cookie, chosen)
        return response


def remember(request, response, *, language=None, appearance=None):
    """Keep what was chosen, on the account of whoever is signed in and in their browser; None changes nothing."""
    chosen = {settings.LANGUAGE_COOKIE_NAME: language, APPEARANCE_COOKIE: appearance}
    for cookie, value in chosen.items():
        if value is not None:
            _leave(response, cookie, value)
    fields = {"language": language, "appearance": appearance}
    changed = {name: value for name, value in fields.items() if value is not None}
    if request.user.is_authenticated and changed:
        User.objects.filter(pk=request.user.pk).update(**changed)


def appearance(request):
    """Return in which light the reader wants the pages: light, dark, or nothing for what their device says."""
    user = getattr(request, "user", None)
    chosen = user.appearance if getattr(user, "is_authenticated", False) else request.COOKIES.get(APPEARANCE_COOKIE, "")
    return chosen if chosen in Appearance.values else ""


def for_template(request):
    """Give every template the light of the page, the languages that can be chosen instead of this one, and the readers."""
    others = [(code, name) for code, name in LANGUAGES.items() if code != translation.get_language()]
    return {"appearance": appearance(request), "other_languages": others, "readers": Reader.choices}


def back(request, otherwise):
    """Return the page on which something was chosen, where that is one of ours; else another.

    It is the browser that says which: a page with a patient repeats nothing from its address (docs/decisions/0006).
    """
    wanted = request.POST.get("next") or request.headers.get("Referer", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else otherwise


def _spoken(request):
    chosen = request.POST.get(SPEAK, "") if request.method == "POST" else ""
    return chosen if chosen in LANGUAGES else ""


def _on_account(user):
    if not user.is_authenticated:
        return {}
    return {settings.LANGUAGE_COOKIE_NAME: user.language, APPEARANCE_COOKIE: user.appearance}


def _leave(response, cookie, value):
    how = {"secure": settings.LANGUAGE_COOKIE_SECURE, "httponly": True, "samesite": "Lax"}
    response.set_cookie(cookie, value, max_age=KEPT_SECONDS, **how)
