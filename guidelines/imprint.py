"""The imprint: who wrote an edition and who reviewed it, how it came to its status and when, and the editions beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from guidelines import shelf, workflow
from guidelines.library import Reading
from guidelines.models import Contributor, ReviewStep
from guidelines.workflow import State


PATH = (State.SUBMITTED, State.UNDER_REVIEW, State.ENDORSED, State.APPROVED)

Steps = Sequence[ReviewStep]


@dataclass(frozen=True, slots=True)
class Stage:
    """One state on an edition's way: "done", "current" or "todo", and when it was reached."""

    label: str
    mark: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Somebody who reviewed an edition: their profession and declared interests as they were, and what they did when."""

    name: str
    profession: str
    interests: str
    acts: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """One edition among those of its guideline, what last became of it, and whether clinicians may read it."""

    number: int
    last: Stage
    is_open: bool


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a reader is told of how an edition came about."""

    path: tuple[Stage, ...]
    written_by: tuple[str, ...]
    reviewed_by: tuple[Reviewed, ...]
    issues: tuple[Issue, ...]


def of(reading: Reading) -> Imprint:
    """Return the imprint of an edition from its review record, in two statements."""
    steps = _steps(reading.slug)
    own = steps[reading.number]
    written = Contributor.objects.filter(edition=reading.edition_id).select_related("person").order_by("person__name")
    return Imprint(
        path=way(reading, steps),
        written_by=tuple(str(one.person) for one in written),
        reviewed_by=_reviewers(own[1:]),
        issues=_issues(steps),
    )


def path(steps: Steps, *, approvals_needed: int) -> tuple[Stage, ...]:
    """Return each state of an edition's way with whether it is done, where the edition stands, or still to come."""
    at = {State(step.state): step.at for step in steps}
    newest = State(steps[-1].state)
    wanted = [state for state in PATH if state is not State.ENDORSED or approvals_needed > 1]
    ended = [state for state in at if state not in PATH]
    way = [state for state in wanted if not ended or state in at] + ended
    marks = {state: "current" if state is newest else "done" if state in at else "todo" for state in way}
    return tuple(Stage(str(state.label), marks[state], at.get(state)) for state in way)


def _steps(slug: str) -> dict[int, tuple[ReviewStep, ...]]:
    """Return the steps of every edition of a guideline, the newest edition first."""
    recorded = ReviewStep.objects.filter(edition__guideline=slug).select_related("by", "edition")
    ordered = recorded.defer("edition__document").order_by("-edition__number", "number")
    return {number: tuple(own) for number, own in groupby(ordered, key=attrgetter("edition.number"))}


def way(reading: Reading, steps: Mapping[int, Steps] | None = None) -> tuple[Stage, ...]:
    """Return the path of an edition up to where it stands today, which may be beyond its own last step."""
    steps = steps or _steps(reading.slug)
    own = steps[reading.number]
    known = path(own, approvals_needed=own[0].edition.approvals_needed)
    if reading.status not in (workflow.SUPERSEDED, workflow.ALTERED):
        return known
    later = [step.at for number, other in steps.items() if number > reading.number for step in other if _approves(step)]
    since = min(later) if later and reading.status == workflow.SUPERSEDED else None
    gone_through = [replace(stage, mark="done") if stage.at else stage for stage in known]
    return (*gone_through, Stage(reading.status, "current", since))


def _reviewers(steps: Steps) -> tuple[Reviewed, ...]:
    found: dict[tuple[str, str, str], list[Stage]] = {}
    for step in steps:
        found.setdefault((str(step.by), step.profession, step.interests), []).append(_act(step))
    return tuple(Reviewed(*who, tuple(acts)) for who, acts in found.items())


def _act(step: ReviewStep) -> Stage:
    return Stage(str(State(step.state).label), "done", step.at)


def _approves(step: ReviewStep) -> bool:
    return step.state == State.APPROVED


def _issues(steps: Mapping[int, Steps]) -> tuple[Issue, ...]:
    """List the editions, the newest first; what was approved before another is told as superseded, and since when."""
    found: list[Issue] = []
    later = None
    for number, known in steps.items():
        gone = later if _approves(known[-1]) else None
        last = Stage(workflow.SUPERSEDED, "done", gone) if gone else _act(known[-1])
        found.append(Issue(number, last, _is_open(known)))
        later = next((step.at for step in known if _approves(step)), later)
    return tuple(found)


def _is_open(steps: Steps) -> bool:
    return shelf.is_open(State(steps[-1].state), approved_once=any(map(_approves, steps)))
