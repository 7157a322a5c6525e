"""Decisions: an edition is taken under review, approved, sent back or withdrawn."""

from datetime import datetime

from guidelines import rehearsal
from guidelines.models import Edition, ReviewStep
from guidelines.workflow import State

from . import bearing, step
from .objection import objections
from .person import Person, Seen, Signature
from .refusal import Failing, Refused


def take(edition: Edition, *, by: Person, at: datetime, seen: Seen | None = None) -> ReviewStep:
    """Take a submitted edition under review. Raises Refused where it is not waiting for that."""
    return _move("take", edition, by=by, at=at, seen=seen)


def approve(
    edition: Edition, *, by: Person, at: datetime, signature: Signature, seen: Seen | None = None
) -> ReviewStep:
    """Sign an edition under review: approve it, or give the first of the two approvals that it needs.

    The signature is bound to the digest. Raises Failing where a case fails, Refused for anything else that stands
    against it, all of it in one message.
    """
    _check(edition, by=by, seen=seen)
    failures = rehearsal.failures(bearing.rulebook(_fresh(edition)))
    if failures:
        raise Failing(failures)
    with step.alone(edition.guideline_id):
        last = _check(edition, by=by, seen=seen)
        first_of_two = edition.approvals_needed == 2 and last.state != State.ENDORSED
        said = {"meaning": signature.meaning, "signed_with": signature.how}
        move = "endorse" if first_of_two else "approve"
        return step.write(move, edition, number=last.number + 1, by=by, at=at, **said)


def send_back(edition: Edition, *, by: Person, at: datetime, reason: str, seen: Seen | None = None) -> ReviewStep:
    """Send the edition under review back to its editors. Raises Refused where it is not under review, or without why."""
    return _move("send_back", edition, by=by, at=at, seen=seen, reason=reason)


def withdraw(
    edition: Edition, *, by: Person, at: datetime, reason: str, replacement: str = "", seen: Seen | None = None
) -> ReviewStep:
    """Take an approved edition away from clinicians, who are told why and what to use instead.

    Raises Refused where it is not approved, or without a reason.
    """
    return _move("withdraw", edition, by=by, at=at, seen=seen, reason=reason, replacement=replacement)


def _fresh(edition: Edition) -> Edition:
    [fresh] = Edition.objects.filter(pk=edition.pk)
    return fresh


def _check(edition: Edition, *, by: Person, seen: Seen | None) -> ReviewStep:
    # What the caller holds may be older than the row: the row is what is approved.
    fresh = _fresh(edition)
    last = step.check("approve", fresh, seen=seen)
    if said := objections(fresh, by=by):
        raise Refused("\n".join(said))
    return last


def _move(
    move: str, edition: Edition, *, by: Person, at: datetime, seen: Seen | None, reason: str = "", replacement: str = ""
) -> ReviewStep:
    with step.alone(edition.guideline_id):
        last = step.check(move, edition, seen=seen, reason=reason)
        said = {"reason": reason, "replacement": replacement}
        return step.write(move, edition, number=last.number + 1, by=by, at=at, **said)
