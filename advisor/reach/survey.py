"""Surveys: which patients get different advice from a new edition: its cases, a grid of patients, recent consultations."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from advisor.models import Consultation
from advisor.reach import outcome
from guidelines.engine import case, grid
from guidelines.engine.comparison import WORST_FIRST, Kind
from guidelines.library import Reading


CASE, SQUARE, CONSULTATION = "case", "grid", "consultation"
EXAMPLES = 5


@dataclass
class State:
    """How far a survey came, and what it found: for each pattern of changes how many of each group, with examples."""

    done: int = 0
    total: int = 0
    found: dict = field(default_factory=dict)

    @property
    def complete(self):
        """Tell whether everybody was asked about."""
        return self.done >= self.total

    def patterns(self):
        """Return the patterns as plain values, the worst first and then the most frequent."""
        ranked = sorted(self.found.items(), key=lambda item: (_rank(item[0]), -sum(item[1]["counts"].values())))
        return [_told(key, seen) for key, seen in ranked]


class Survey:
    """Everybody whose advice is compared between two editions; a survey can be broken off and gone on with."""

    def __init__(self, before: Reading, after: Reading, *, since: datetime) -> None:
        self._before, self._after = before.compiled, after.compiled
        chosen = Consultation.objects.filter(guideline=after.slug, consulted_at__gte=since)
        self._consultations = chosen.order_by("consulted_at", "pk").values_list("answers", flat=True)

    def begin(self) -> State:
        """Return the state before anybody was asked about."""
        fixed = sum(1 for _ in self._fixed())
        return State(total=fixed + self._consultations.count())

    def advance(self, state: State, *, seconds: float = float("inf")) -> Iterator[State]:
        """Go on with a survey for so many seconds, giving the state after each patient."""
        began = time.monotonic()
        for group, title, answers in islice(self._everybody(), state.done, state.total):
            shifts = outcome.shifts(self._before, self._after, answers)
            if shifts:
                _note(state.found, shifts, group, title)
            state.done += 1
            yield state
            if time.monotonic() - began > seconds:
                return
        state.total = min(state.total, state.done)

    def _everybody(self):
        yield from self._fixed()
        for answers in self._consultations.iterator(chunk_size=200):
            # No name, no date, no number: a consultation is only counted.
            yield CONSULTATION, "", json.loads(answers)

    def _fixed(self):
        for worked in self._before.rulebook.cases:
            yield CASE, f"{worked.code} {worked.title}", case.answered(self._before, worked)
        for square in grid.squares(self._before):
            yield SQUARE, square.title, square.answers


def _note(found, shifts, group, title):
    key = tuple((str(shift.kind), shift.text, shift.why) for shift in shifts)
    seen = found.setdefault(key, {"counts": {}, "examples": []})
    seen["counts"][group] = seen["counts"].get(group, 0) + 1
    if title and len(seen["examples"]) < EXAMPLES:
        seen["examples"].append(title)


def _rank(key):
    return min(WORST_FIRST.index(Kind(kind)) for kind, _, _ in key)


def _told(key, seen):
    return {
        "kind": WORST_FIRST[_rank(key)].value,
        "changes": [{"kind": kind, "text": text, "why": list(why)} for kind, text, why in key],
        "cases": seen["counts"].get(CASE, 0),
        "squares": seen["counts"].get(SQUARE, 0),
        "consultations": seen["counts"].get(CONSULTATION, 0),
        "examples": seen["examples"],
    }
