"""Submission: the working copy is checked, rehearsed and frozen as the next edition, with who stands behind it."""

from datetime import datetime

from django.utils.translation import gettext as _

from guidelines import assembly, contribution, readiness, rehearsal
from guidelines.engine import canonical, document
from guidelines.engine.canonical import Plain
from guidelines.engine.rulebook import Rulebook
from guidelines.models import Contributor, Edition, Guideline, Stake

from . import authorship, bearing, objection, step
from .person import Person
from .refusal import Failing, Refused, Unchanged, Unready


def submit(guideline: Guideline, *, by: Person, at: datetime) -> Edition:
    """Freeze the working copy as the next edition, submitted for review.

    Raises document.Unreadable where it is no sound rulebook, Unchanged where the newest edition says the same, Unready
    where a rule of readiness finds an error, Failing where a case fails, Refused where somebody edited or submitted it
    meanwhile.
    """
    with step.alone(guideline.pk) as held:
        content = assembly.assembled(held)
    rulebook = document.read(content)
    _check_changed(guideline, document.digest(content))
    _check_ready(rulebook, at)
    basis = bearing.basis(guideline)
    change = bearing.of(basis, rulebook)
    with step.alone(guideline.pk) as held:
        # The cases were tried without holding up anybody; what is frozen must still be what they were tried on.
        if assembly.assembled(held) != content or bearing.basis(held) != basis:
            raise Refused(_("Somebody changed this guideline while its cases were tried; submit it again."))
        _check_changed(held, document.digest(content))
        people = {by.pk} | _contributors(held, basis, rulebook)
        return _freeze(held, content, people, change, by=by, at=at)


def _contributors(guideline: Guideline, basis: Edition | None, rulebook: Rulebook) -> set[int]:
    edited = contribution.contributors(guideline, since=basis.submitted_at if basis else None)
    return edited | authorship.of(basis, rulebook)


def _check_ready(rulebook: Rulebook, at: datetime) -> None:
    report = readiness.report(rulebook, today=at.date())
    if not report.ready:
        raise Unready(report.errors)
    failures = rehearsal.failures(rulebook)
    if failures:
        raise Failing(failures)


def _check_changed(guideline: Guideline, digest: str) -> None:
    newest = guideline.editions.order_by("-number").first()
    if newest and newest.sha256 == digest and objection.overtaking(newest) is None:
        words = _("Nothing has changed since edition %(number)s of %(guideline)s was submitted.")
        raise Unchanged(words % {"number": newest.number, "guideline": guideline.pk})


def _freeze(
    guideline: Guideline,
    content: dict[str, Plain],
    people: set[int],
    change: bearing.Bearing,
    *,
    by: Person,
    at: datetime,
) -> Edition:
    newest = guideline.editions.order_by("-number").first()
    made = Edition(guideline=guideline, number=newest.number + 1 if newest else 1, format=document.FORMAT)
    made.document, made.sha256 = canonical.text(content), document.digest(content)
    made.submitted_at, made.submitted_by_id, made.approvals_needed = at, by.pk, change.approvals_needed
    made.save(force_insert=True)
    Contributor.objects.bulk_create(Contributor(edition=made, person_id=person) for person in sorted(people))
    Stake.objects.bulk_create(Stake(edition=made, maker=maker) for maker in sorted(change.makers))
    step.write("submit", made, number=1, by=by, at=at)
    return made
