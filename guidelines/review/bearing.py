"""Bearing: how much hangs on what an edition changes, so how many must approve it and which makers have a stake."""

import json
from dataclasses import dataclass

from guidelines.engine import difference, document
from guidelines.engine.difference import Change
from guidelines.engine.rulebook import Rulebook
from guidelines.models import Edition, Guideline, ReviewStep
from guidelines.workflow import State


@dataclass(frozen=True, slots=True)
class Bearing:
    """What an edition changes, how many approvals that needs, and the codes of the makers of the drugs it touches."""

    changes: tuple[Change, ...]
    approvals_needed: int
    makers: frozenset[str]


def of(before: Edition | None, after: Rulebook) -> Bearing:
    """Return the bearing of a rulebook against the edition that was approved before it, or against nothing."""
    old = rulebook(before) if before else None
    changes = difference.difference(old, after)
    drugs = difference.drugs_changed(old, after, changes)
    # Whoever made a drug before has a stake too, else dropping a maker from the list would hide it.
    known = [maker for book in (old, after) if book for maker in book.makers]
    makers = frozenset(maker.code for maker in known if drugs & set(maker.drugs))
    return Bearing(changes, difference.approvals_needed(changes), makers)


def basis(guideline: Guideline, *, until: ReviewStep | None = None) -> Edition | None:
    """Return the edition that another is held against: the newest approved, unless it was withdrawn or altered.

    With `until`, the one that it was before that step.
    """
    steps = ReviewStep.objects.filter(edition__guideline=guideline)
    if until is not None:
        steps = steps.filter(pk__lt=until.pk)
    approval = steps.filter(state=State.APPROVED).order_by("-edition__number").select_related("edition").first()
    if approval is None or not approval.edition.intact():
        return None
    stands = steps.filter(edition=approval.edition_id).order_by("-number")[0].state == State.APPROVED
    return approval.edition if stands else None


def rulebook(edition: Edition) -> Rulebook:
    """Return the rulebook of an edition. Raises document.Unreadable where it is none."""
    return document.read(json.loads(edition.document))
