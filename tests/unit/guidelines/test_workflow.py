"""The workflow: one table of moves, and a status that altered content can never pass."""

import pytest

from guidelines import workflow
from guidelines.workflow import MOVES, State


@pytest.mark.parametrize(
    ("move", "start", "end"),
    [
        ("submit", None, State.SUBMITTED),
        ("take", State.SUBMITTED, State.UNDER_REVIEW),
        ("approve", State.UNDER_REVIEW, State.APPROVED),
        ("send_back", State.UNDER_REVIEW, State.SENT_BACK),
        ("withdraw", State.APPROVED, State.WITHDRAWN),
    ],
)
def test_each_move_leads_from_one_state_to_one(move, start, end):
    assert (MOVES[move].start, MOVES[move].end) == (start, end)


def test_taking_something_away_needs_a_reason():
    assert {name for name, move in MOVES.items() if move.needs_reason} == {"send_back", "withdraw"}


@pytest.mark.parametrize("state", State)
def test_altered_content_never_counts_as_anything_else(state):
    assert workflow.status(state, intact=False) == "Not approved: content altered"


def test_an_approved_edition_is_superseded_by_the_next():
    assert workflow.status(State.APPROVED, intact=True) == "Approved"
    assert workflow.status(State.APPROVED, intact=True, superseded=True) == "Superseded"


@pytest.mark.parametrize("state", set(State) - {State.APPROVED})
def test_only_an_approved_edition_can_be_superseded(state):
    assert workflow.status(state, intact=True, superseded=True) == state.label
