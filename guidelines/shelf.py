"""The shelf: which editions there are, told by one statement, and which of them clinicians get."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from guidelines import workflow
from guidelines.workflow import State


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That an edition was taken away from clinicians: why, and what to use instead."""

    number: int
    reason: str
    replacement: str

    def __str__(self) -> str:
        """Say it in a sentence or two."""
        words = _("Edition %(number)s of this guideline was withdrawn. Why: %(reason)s")
        said = words % {"number": self.number, "reason": self.reason}
        return " ".join([said, _("Use instead: %s") % self.replacement] if self.replacement else [said])


@dataclass(frozen=True, slots=True)
class Shelved:
    """An edition without its content: what one statement tells about it."""

    edition_id: int
    slug: str
    number: int
    sha256: str
    state: State
    bound: bool
    approved_once: bool
    withdrawal: Withdrawal | None


class Absent(LookupError):
    """There is no edition to read; the message says why in a sentence for clinicians."""


class Withdrawn(Absent):
    """The edition that clinicians had was withdrawn, and no later one is approved; `withdrawal` says the rest."""

    def __init__(self, withdrawal: Withdrawal) -> None:
        super().__init__(str(withdrawal))
        self.withdrawal = withdrawal


# Every page asks this; written out, it costs a thirtieth of what building the same query anew does.
STEPS_OF_ALL = """
    SELECT s.edition_id, e.guideline_id, e.number, e.sha256, s.state, s.sha256, s.reason, s.replacement
    FROM guidelines_edition e JOIN guidelines_reviewstep s ON s.edition_id = e.id
    ORDER BY e.guideline_id DESC, e.number DESC, s.number DESC
"""
STEPS_OF_ONE = STEPS_OF_ALL.replace("ORDER BY", "WHERE e.guideline_id = %s ORDER BY")


def shelved(slug: str | None = None) -> list[Shelved]:
    """Return the editions of one guideline or of all, newest first within each."""
    with connection.cursor() as cursor:
        cursor.execute(*((STEPS_OF_ALL,) if slug is None else (STEPS_OF_ONE, [slug])))
        rows = cursor.fetchall()
    return [_shelved(list(steps)) for _, steps in groupby(rows, key=itemgetter(0))]


def chosen(editions: Sequence[Shelved]) -> Shelved:
    """Return of the editions of one guideline the one that clinicians get. Raises Absent where there is none."""
    if not editions:
        raise Absent(_("There is no guideline of this name that has been submitted for review."))
    approved = next((one for one in editions if one.approved_once), None)
    if approved and approved.state is State.APPROVED:
        return approved
    later = editions[: editions.index(approved)] if approved else editions
    awaiting = next((one for one in later if one.state in workflow.AWAITING), None)
    if awaiting and settings.SHOW_UNAPPROVED_EDITIONS:
        return awaiting
    if approved and approved.withdrawal:
        raise Withdrawn(approved.withdrawal)
    raise Absent(_("No edition of this guideline is approved, so no advice can be given from it."))


def is_open(state: State, *, approved_once: bool) -> bool:
    """Tell whether clinicians may read an edition: it was approved once, or awaits review and the deployment shows such."""
    return approved_once or (settings.SHOW_UNAPPROVED_EDITIONS and state in workflow.AWAITING)


def withdrawn(editions: Iterable[Shelved]) -> Shelved | None:
    """Return of the editions of one guideline the withdrawn one after which none is approved, or nothing."""
    approved = next((one for one in editions if one.approved_once), None)
    return approved if approved and approved.withdrawal else None


def status(one: Shelved, editions: Iterable[Shelved], *, intact: bool) -> str:
    """Return the status of an edition among those of its guideline."""
    superseded = any(other.approved_once and other.number > one.number for other in editions)
    return workflow.status(one.state, intact=intact and one.bound, superseded=superseded)


def _shelved(steps: Sequence[tuple[int, str, int, str, str, str, str, str]]) -> Shelved:
    edition_id, slug, number, sha256, newest, bound, reason, replacement = steps[0]
    gone = Withdrawal(number, reason, replacement) if newest == State.WITHDRAWN else None
    approved_once = any(state == State.APPROVED for _, _, _, _, state, _, _, _ in steps)
    return Shelved(edition_id, slug, number, sha256, State(newest), bound == sha256, approved_once, gone)
