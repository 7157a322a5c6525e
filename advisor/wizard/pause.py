"""Pauses: a clinician's drafts in a line each, with the time for which each is still kept."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import draft


def pauses(*, by, at, offered):
    """List a clinician's drafts, the newest first; `offered` gives the title of each guideline that can be consulted."""
    return [_line(one, offered.get(one.guideline, ""), at) for one in draft.paused(by=by, at=at)]


def _line(one, title, at):
    return {
        "guideline": one.guideline,
        "key": one.key,
        "title": title or one.guideline,
        "offered": bool(title),
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
