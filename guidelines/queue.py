"""The queue: which editions await review and what stands against approving each, and what is said about them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from guidelines import library, review, workflow
from guidelines.library import Heading
from guidelines.models import Comment, Edition, ReviewStep
from guidelines.review import Person
from guidelines.workflow import State


UNRESOLVED = Q(comments__answers=None, comments__resolution=None)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An edition that awaits review, as one reviewer sees it."""

    slug: str
    number: int
    title: str
    status: str
    submitted_at: datetime
    submitted_by: str
    approvals_needed: int
    approvals_given: int
    comments: int
    objections: tuple[str, ...]
    overdue: date | None


@dataclass(frozen=True, slots=True)
class Said:
    """One remark: what, by whom, when."""

    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment on a place of an edition, with its answers and how it was resolved."""

    comment: int
    slug: str
    number: int
    place: str
    said: Said
    answers: tuple[Said, ...]
    resolution: Said | None


def waiting(*, by: Person, today: date) -> list[Waiting]:
    """Return the editions that await review: those of overdue guidelines first, then the longest waiting."""
    late = {heading.slug: heading.review_by for heading in overdue(today)}
    editions = _awaiting().select_related("guideline", "submitted_by")
    unresolved = dict(_awaiting().annotate(open=Count("comments", filter=UNRESOLVED)).values_list("pk", "open"))
    found = [_waiting(edition, by, unresolved[edition.pk], late.get(edition.guideline_id)) for edition in editions]
    return sorted(found, key=lambda one: (one.overdue or date.max, one.submitted_at))


def count() -> int:
    """Return how many editions await review."""
    return _awaiting().count()


def overdue(today: date) -> list[Heading]:
    """Return what clinicians can read and is past its date, the longest overdue first."""
    late = [(heading.review_by, heading) for heading in library.catalogue() if heading.review_by]
    return [heading for due, heading in sorted(late, key=lambda pair: pair[0]) if due < today]


def threads(edition: Edition) -> list[Thread]:
    """Return everything that was said about an edition, by place, in the order in which it was begun."""
    remarks = Comment.objects.filter(edition=edition).select_related("edition", "by", "resolution__by")
    said = list(remarks.defer("edition__document").order_by("pk"))
    begun = [_thread(remark, said) for remark in said if remark.answers_id is None]
    return sorted(begun, key=lambda thread: (thread.place != "", thread.place, thread.comment))


def remark(key: int) -> Comment:
    """Return the comment that began a conversation, with its edition. Raises LookupError where there is none."""
    found = Comment.objects.filter(pk=key, answers=None).select_related("edition__guideline")
    for one in found:
        return one
    raise LookupError(_("There is no such comment."))


def open_comments(slug: str) -> dict[str, list[Thread]]:
    """Return what is still to be resolved about the newest edition of a guideline, by place."""
    newest = Edition.objects.filter(guideline=slug).defer("document").order_by("-number").first()
    found: dict[str, list[Thread]] = {}
    for thread in threads(newest) if newest else ():
        if thread.resolution is None:
            found.setdefault(thread.place, []).append(thread)
    return found


def _awaiting() -> QuerySet[Edition]:
    newest = ReviewStep.objects.filter(edition=OuterRef("pk")).order_by("-number").values("state")[:1]
    return Edition.objects.annotate(state=Subquery(newest)).filter(state__in=workflow.AWAITING)


def _waiting(edition: Edition, by: Person, unresolved: int, late: date | None) -> Waiting:
    return Waiting(
        slug=edition.guideline_id,
        number=edition.number,
        title=edition.guideline.title,
        status=review.status(edition),
        submitted_at=edition.submitted_at,
        submitted_by=str(edition.submitted_by),
        approvals_needed=edition.approvals_needed,
        approvals_given=ReviewStep.objects.filter(edition=edition, state=State.ENDORSED).count(),
        comments=unresolved,
        objections=tuple(review.objections(edition, by=by)),
        overdue=late,
    )


def _thread(remark: Comment, said: Iterable[Comment]) -> Thread:
    resolution = getattr(remark, "resolution", None)
    return Thread(
        comment=remark.pk,
        slug=remark.edition.guideline_id,
        number=remark.edition.number,
        place=remark.place,
        said=_said(remark),
        answers=tuple(_said(one) for one in said if one.answers_id == remark.pk),
        resolution=Said(resolution.text, str(resolution.by), resolution.at) if resolution else None,
    )


def _said(remark: Comment) -> Said:
    return Said(remark.text, str(remark.by), remark.at)
