"""What has become of an advice, in words for whoever holds its paper."""

from django.utils.translation import gettext as _

from .amount import day
from .status import APPROVED, PENDING, WORDS


def standing(found):
    """Give when and by which edition an advice was given, and what is to be known of it today, the gravest first."""
    return {
        "title": found.title,
        "given": _("Given on %(on)s by edition %(number)s, whose status was then: %(then)s.")
        % {"on": day(found.given_at), "number": found.number, "then": _(found.then)},
        "status": _(found.now),
        "tone": "quiet" if found.now == APPROVED and not (found.recalled or found.overdue) else "warn",
        "lines": list(_lines(found)),
    }


def _lines(found):
    if found.now == APPROVED:
        yield _("Still current: the edition is approved, and no later one has taken its place.")
    else:
        yield _(WORDS.get(found.now, PENDING))
    if found.withdrawal:
        yield _("Why: %s") % found.withdrawal.reason
    if found.withdrawal and found.withdrawal.replacement:
        yield _("Use instead: %s") % found.withdrawal.replacement
    if found.later:
        yield _("Edition %s has taken its place.") % found.later
    if found.recalled:
        yield _("Today’s content speaks against something that was advised then. Ask the clinician who gave it.")
    if found.overdue:
        yield _("Parts of this edition are past the date by which they are to be reviewed.")
