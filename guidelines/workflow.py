"""The workflow: the states of an edition, one table of the moves between them, and the status that readers see."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext, gettext_noop


class State(TextChoices):
    """Where an edition is in its life, as its newest review step says."""

    SUBMITTED = "submitted", gettext_noop("Submitted")
    UNDER_REVIEW = "under_review", gettext_noop("Under review")
    ENDORSED = "endorsed", gettext_noop("Under review, one approval given")
    APPROVED = "approved", gettext_noop("Approved")
    SENT_BACK = "sent_back", gettext_noop("Sent back")
    WITHDRAWN = "withdrawn", gettext_noop("Withdrawn")


# The words of a status are compared, recorded and printed by commands; a page says them in its own language.
SUPERSEDED = gettext_noop("Superseded")
ALTERED = gettext_noop("Not approved: content altered")

# What a clinician may be shown where nothing is approved and the deployment allows it.
AWAITING = frozenset({State.SUBMITTED, State.UNDER_REVIEW, State.ENDORSED})


# How a signer may prove to be themselves.
PROOFS = ("password", "passkey")


@dataclass(frozen=True, slots=True)
class Move:
    """One way from any of some states to the next; where it starts from none, it begins the life of an edition."""

    starts: tuple[State | None, ...]
    end: State
    needs_reason: bool = False
    is_signed: bool = False


MOVES = {
    "submit": Move((None,), State.SUBMITTED),
    "take": Move((State.SUBMITTED,), State.UNDER_REVIEW),
    "endorse": Move((State.UNDER_REVIEW,), State.ENDORSED, is_signed=True),
    "approve": Move((State.UNDER_REVIEW, State.ENDORSED), State.APPROVED, is_signed=True),
    "send_back": Move((State.UNDER_REVIEW, State.ENDORSED), State.SENT_BACK, needs_reason=True),
    "withdraw": Move((State.APPROVED,), State.WITHDRAWN, needs_reason=True),
}


def within(state: State) -> str:
    """Return a state in the reader's language, as it stands within a sentence."""
    label = gettext(state.label)
    return label[:1].lower() + label[1:]


def status(state: State, *, intact: bool, superseded: bool = False) -> str:
    """Return the status of an edition as readers see it.

    `intact` says whether its content is still what the newest step was about; `superseded`, whether a later edition
    was approved.
    """
    if not intact:
        return ALTERED
    if state is State.APPROVED and superseded:
        return SUPERSEDED
    return str(state.label)
