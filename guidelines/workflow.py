"""The workflow: the states of an edition, one table of the moves between them, and the status that readers see."""

from dataclasses import dataclass

from django.db.models import TextChoices


class State(TextChoices):
    """Where an edition is in its life, as its newest review step says."""

    SUBMITTED = "submitted", "Submitted"
    UNDER_REVIEW = "under_review", "Under review"
    ENDORSED = "endorsed", "Under review, one approval given"
    APPROVED = "approved", "Approved"
    SENT_BACK = "sent_back", "Sent back"
    WITHDRAWN = "withdrawn", "Withdrawn"


SUPERSEDED = "Superseded"
ALTERED = "Not approved: content altered"

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
