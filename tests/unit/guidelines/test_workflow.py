"""The workflow: one table of moves, and a status that altered content can never pass."""

import pytest

from guidelines import workflow
from guidelines.workflow import MOVES, State


@pytest.mark.parametrize(
    ("move", "starts", "end"),
    [
        ("submit", [None], State.SUBMITTED),
        ("take", [State.SUBMITTED], State.UNDER_REVIEW),
        ("endorse", [State.UNDER_REVIEW], State.ENDORSED),
        ("approve", [State.UNDER_REVIEW, State.ENDORSED], State.APPROVED),
        ("send_back", [State.UNDER_REVIEW, State.ENDORSED], State.SENT_BACK),
        ("withdraw", [State.APPROVED], State.WITHDRAWN),
    ],
)
def test_each_move_leads_from_some_states_to_one(move, starts, end):
    assert (list(MOVES[move].starts), MOVES[move].end) == (starts, end)


def test_taking_something_away_needs_a_reason():
    assert {name for name, move in MOVES.items() if move.needs_reason} == {"send_back", "withdraw"}


def test_approving_needs_a_signature():
    assert {name for name, move in MOVES.items() if move.is_signed} == {"endorse", "approve"}


@pytest.mark.parametrize("state", State)
def test_altered_content_never_counts_as_anything_else(state):
    assert workflow.status(state, intact=False) == "Not approved: content altered"


def test_an_approved_edition_is_superseded_by_the_next():
    assert workflow.status(State.APPROVED, intact=True) == "Approved"
    assert workflow.status(State.APPROVED, intact=True, superseded=True) == "Superseded"


@pytest.mark.parametrize("state", [state for state in State if state != State.APPROVED])
def test_only_an_approved_edition_can_be_superseded(state):
    assert workflow.status(state, intact=True, superseded=True) == state.label
