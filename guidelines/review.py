"""Review: the only pen for editions and review steps; each move is one transaction with its ledger entry."""

from datetime import datetime
from typing import Protocol

from django.db import IntegrityError, transaction

from guidelines import assembly, ledger, rehearsal, workflow
from guidelines.engine import canonical, document
from guidelines.engine.canonical import Plain
from guidelines.models import Edition, Guideline, ReviewStep
from guidelines.workflow import State


class Person(ledger.Actor, Protocol):
    """A user, with what a review step keeps of them."""

    @property
    def profession(self) -> str:
        """Tell the profession."""

    @property
    def declared_interests(self) -> str:
        """Tell the declared interests."""


class Refused(Exception):
    """A move that is not possible; the message is a sentence for the person who tried."""


class Unchanged(Refused):
    """The working copy is what the newest edition froze."""


class Failing(Refused):
    """Worked patients do not get the advice they must get; `failures` says which promises do not hold."""

    def __init__(self, failures: list[str]) -> None:
        super().__init__("\n".join(["These worked patients do not get the advice they must get:", *failures]))
        self.failures = failures


def submit(guideline: Guideline, *, by: Person, at: datetime) -> Edition:
    """Freeze the working copy as the next edition, submitted for review.

    Raises document.Unreadable where it is no sound rulebook, Unchanged where the newest edition says the same, Failing
    where a case fails, Refused where somebody else submitted meanwhile.
    """
    with transaction.atomic():
        locked = Guideline.objects.select_for_update().get(pk=guideline.pk)
        content = assembly.assembled(locked)
    rulebook = document.read(content)
    newest = guideline.editions.order_by("-number").first()
    if newest and newest.sha256 == document.digest(content):
        raise Unchanged(f"Nothing has changed since edition {newest.number} of {guideline.pk} was submitted.")
    failures = rehearsal.failures(rulebook)
    if failures:
        raise Failing(failures)
    return _freeze(guideline, content, number=newest.number + 1 if newest else 1, by=by, at=at)


def take(edition: Edition, *, by: Person, at: datetime) -> ReviewStep:
    """Take a submitted edition under review. Raises Refused where it is not waiting for that."""
    return _move("take", edition, by=by, at=at)


def approve(edition: Edition, *, by: Person, at: datetime) -> ReviewStep:
    """Approve the edition under review, bound to its digest.

    Raises Refused where it is not under review, where its content was altered, where a later edition was approved, or
    where its own submitter tries.
    """
    if edition.submitted_by_id == by.pk:
        raise Refused("You submitted this edition, so somebody else must approve it.")
    if edition.guideline.editions.filter(number__gt=edition.number, steps__state=State.APPROVED).exists():
        raise Refused("A later edition of this guideline was approved; this one can only be sent back.")
    if not Edition.objects.get(pk=edition.pk).intact():
        raise Refused(f"The content of edition {edition.number} was altered after it was frozen; send it back.")
    return _move("approve", edition, by=by, at=at)


def send_back(edition: Edition, *, by: Person, at: datetime, reason: str) -> ReviewStep:
    """Send the edition under review back to its editors. Raises Refused where it is not under review, or without why."""
    return _move("send_back", edition, by=by, at=at, reason=reason)


def withdraw(edition: Edition, *, by: Person, at: datetime, reason: str) -> ReviewStep:
    """Take an approved edition away from clinicians. Raises Refused where it is not approved, or without a reason."""
    return _move("withdraw", edition, by=by, at=at, reason=reason)


def _freeze(guideline: Guideline, content: dict[str, Plain], *, number: int, by: Person, at: datetime) -> Edition:
    text, sha256 = canonical.text(content), document.digest(content)
    frozen = Edition(guideline=guideline, number=number, format=document.FORMAT, document=text, sha256=sha256)
    frozen.submitted_at, frozen.submitted_by_id = at, by.pk
    frozen.approvals_needed = 1
    try:
        with transaction.atomic():
            frozen.save(force_insert=True)
            _step("submit", frozen, number=1, by=by, at=at, reason="")
    except IntegrityError as error:
        raise Refused("Somebody else submitted this guideline at the same moment; look at their edition.") from error
    return frozen


def _move(name: str, edition: Edition, *, by: Person, at: datetime, reason: str = "") -> ReviewStep:
    move = workflow.MOVES[name]
    if move.needs_reason and not reason.strip():
        raise Refused("Say why, so that editors and clinicians can act on it.")
    try:
        with transaction.atomic():
            newest = edition.steps.order_by("-number")[0]
            if newest.state != move.start:
                raise Refused(
                    f"Edition {edition.number} is {State(newest.state).label.lower()}; it cannot be moved so."
                )
            return _step(name, edition, number=newest.number + 1, by=by, at=at, reason=reason.strip())
    except IntegrityError as error:
        raise Refused("Somebody else moved this edition at the same moment; look at it again.") from error


def _step(name: str, edition: Edition, *, number: int, by: Person, at: datetime, reason: str) -> ReviewStep:
    step = ReviewStep.objects.create(
        edition=edition,
        number=number,
        state=workflow.MOVES[name].end,
        sha256=edition.sha256,
        at=at,
        by_id=by.pk,
        profession=by.profession,
        interests=by.declared_interests,
        reason=reason,
    )
    subject = f"{edition.guideline_id}/{edition.number}"
    ledger.append(
        name.replace("_", " "), by=by, at=at, subject=subject, detail={"sha256": edition.sha256, "reason": reason}
    )
    return step
