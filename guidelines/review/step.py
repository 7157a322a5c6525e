"""Steps: how an edition moves from one state to the next, alone among all who would move it, with its ledger entry."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from guidelines import guards, ledger, workflow
from guidelines.models import Edition, Guideline, Interest, ReviewStep
from guidelines.workflow import State

from .person import Person, Seen
from .refusal import Refused


RACE = gettext_noop("Somebody else did something with this guideline at the same moment; look at it again.")


@contextmanager
def alone(slug: str) -> Iterator[Guideline]:
    """Hold a guideline in a transaction: nobody else submits, decides or edits meanwhile. Raises Refused for a race."""
    try:
        with transaction.atomic():
            [held] = Guideline.objects.select_for_update(no_key=True).filter(pk=slug)
            yield held
    except IntegrityError as error:
        said = str(error).partition("\n")[0]
        raise Refused(_(said if said in guards.SENTENCES else RACE)) from error


def newest(edition: Edition) -> ReviewStep:
    """Return the newest step of an edition."""
    return ReviewStep.objects.filter(edition=edition).order_by("-number").select_related("by")[0]


def status(edition: Edition) -> str:
    """Return the status of an edition as readers see it, its digest worked out now."""
    later = ReviewStep.objects.filter(edition__guideline=edition.guideline_id, edition__number__gt=edition.number)
    last = newest(edition)
    intact = edition.intact() and last.sha256 == edition.sha256
    superseded = later.filter(state=State.APPROVED).exists()
    return workflow.status(State(last.state), intact=intact, superseded=superseded)


def check(move: str, edition: Edition, *, seen: Seen | None = None, reason: str = "") -> ReviewStep:
    """Return the newest step where a move may follow it. Raises Refused where not, or where the page was stale."""
    last = newest(edition)
    now = {"number": edition.number, "state": workflow.within(State(last.state))}
    if seen is not None and seen != Seen(edition.sha256, last.number):
        words = _("Edition %(number)s has moved since this page was shown: it is now %(state)s. Read it again first.")
        raise Refused(words % now)
    if last.state not in workflow.MOVES[move].starts:
        raise Refused(_("Edition %(number)s is %(state)s; it cannot be moved so.") % now)
    if workflow.MOVES[move].needs_reason and not reason.strip():
        raise Refused(_("Say why, so that editors and clinicians can act on it."))
    return last


def write(move: str, edition: Edition, *, number: int, by: Person, at: datetime, **said: str) -> ReviewStep:
    """Write a step and its entry; `said` is what was said with it, by the names of the step's columns."""
    kept = {name: words.strip() for name, words in said.items()}
    step = ReviewStep(edition=edition, number=number, state=workflow.MOVES[move].end, sha256=edition.sha256)
    step.at, step.by_id, step.profession, step.interests = at, by.pk, by.profession, interests(by)
    for name, words in kept.items():
        setattr(step, name, words)
    step.save(force_insert=True)
    detail = {"sha256": edition.sha256, **{name: words for name, words in kept.items() if words}}
    ledger.append(move.replace("_", " "), by=by, at=at, subject=subject(edition), detail=detail)
    return step


def subject(edition: Edition) -> str:
    """Return how the ledger names an edition."""
    return f"{edition.guideline_id}/{edition.number}"


def interests(by: Person) -> str:
    """Return what a person has declared: in their own words, and the makers by code."""
    makers = Interest.objects.filter(person_id=by.pk).order_by("maker").values_list("maker_id", flat=True)
    named = f"Makers: {', '.join(makers)}." if makers else ""
    return "\n".join(words for words in (by.declared_interests, named) if words)
