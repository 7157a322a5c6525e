"""Pauses: a clinician's drafts in a line each, with the time for which each is still kept."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import draft


def pauses(*, by, at, offered, withdrawn=None):
    """List a clinician's drafts, the newest first; `offered` and `withdrawn` give the titles of guidelines that can and cannot be consulted."""
    titles = (withdrawn or {}) | offered
    return [
        _line(one, titles.get(one.guideline, one.guideline), one.guideline in offered, at)
        for one in draft.paused(by=by, at=at)
    ]


def _line(one, title, is_offered, at):
    return {
        "guideline": one.guideline,
        "key": one.key,
        "title": title,
        "offered": is_offered,
        "gist": one.gist,
        "on": one.kept_at,
        # Another tab may have kept something in the moment since `at`.
        "left": _left(min(one.kept_at + draft.KEPT - at, draft.KEPT)),
    }


def _left(time):
    if time < timedelta(hours=1):
        return _("less than an hour")
    if time < timedelta(days=1):
        hours = time // timedelta(hours=1)
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    days = -(-time // timedelta(days=1))
    return ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
