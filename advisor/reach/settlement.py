"""Settlements: an editor says what came of a task or an alarm that is due; whatever came in since stays due."""

from datetime import datetime

from django.utils.translation import gettext as _

from advisor import record
from advisor.accounts.models import User
from advisor.models import Matter, Settled
from guidelines import library

from . import alarm, task
from .overview import forget


class Nothing(ValueError):
    """There is nothing of this kind to settle; the message is for the editor."""


def settle(slug: str, rule: str, matter: str, *, how: str, seen: str, by: User, at: datetime) -> None:
    """Record what came of a matter of a rule, as far as the response `seen` was shown.

    Raises Nothing where it is not due or no longer, or is settled in no known way, record.Unrecorded.
    """
    known = seen.isdecimal() and len(seen) < 19 and how in Settled.values
    if not known or rule not in _due(slug, matter, at):
        raise Nothing(_("There is nothing to settle about this rule, or no longer. Open the page of the rules again."))
    record.settle(slug, rule, matter, how=how, seen=int(seen), by=by, at=at)
    forget(slug)


def _due(slug, matter, at):
    if matter == Matter.OVERRIDES:
        return {one.rule for one in task.tasks(slug)}
    try:
        return {one.rule for one in alarm.watch(slug, at=at).alarms} if matter == Matter.SILENCE else set()
    except library.Absent:
        return set()
