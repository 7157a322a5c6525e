"""Objections: what stands against one person's approval of one edition, each a sentence for that person."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from guidelines import workflow
from guidelines.models import Comment, Contributor, Edition, Interest, ReviewStep, Stake
from guidelines.workflow import State

from . import step
from .person import Person


Rule = Callable[[Edition, ReviewStep, Person], str]


def objections(edition: Edition, *, by: Person) -> list[str]:
    """Return everything that keeps a person from approving an edition now; its cases are tried when they do."""
    last = step.newest(edition)
    said = [sentence for rule in RULES if (sentence := rule(edition, last, by))]
    said_of = {"number": edition.number, "state": workflow.within(State(last.state))}
    if last.state == State.SUBMITTED:
        return [_("Edition %(number)s is %(state)s; somebody must take it under review first.") % said_of, *said]
    if last.state not in workflow.MOVES["approve"].starts:
        return [_("Edition %(number)s is %(state)s; only an edition under review can be approved.") % said_of]
    return said


def overtaking(edition: Edition) -> Edition | None:
    """Return the edition that was approved after this one was submitted, so that this one's changes read otherwise."""
    first = ReviewStep.objects.filter(edition=edition).order_by("number")[0]
    approved = ReviewStep.objects.filter(edition__guideline=edition.guideline_id, state=State.APPROVED, pk__gt=first.pk)
    later = (
        approved.exclude(edition=edition).select_related("edition").defer("edition__document").order_by("-pk").first()
    )
    return later.edition if later else None


def _own_work(edition: Edition, last: ReviewStep, by: Person) -> str:
    if edition.submitted_by_id == by.pk:
        return _("You submitted this edition, so somebody else must approve it.")
    if Contributor.objects.filter(edition=edition, person_id=by.pk).exists():
        return _("You wrote part of what this edition changes, so somebody else must approve it.")
    return ""


def _interest(edition: Edition, last: ReviewStep, by: Person) -> str:
    stakes = Stake.objects.filter(edition=edition).values("maker")
    declared = Interest.objects.filter(person_id=by.pk, maker__in=stakes).order_by("maker__name")
    makers = ", ".join(declared.values_list("maker__name", flat=True))
    words = _("You declared an interest in %(makers)s, and this edition changes what it makes or markets.")
    return words % {"makers": makers} if makers else ""


def _altered(edition: Edition, last: ReviewStep, by: Person) -> str:
    if edition.intact() and last.sha256 == edition.sha256:
        return ""
    words = _("The content of edition %(number)s was altered after it was frozen; send it back.")
    return words % {"number": edition.number}


def _overtaken(edition: Edition, last: ReviewStep, by: Person) -> str:
    later = overtaking(edition)
    if later is None:
        return ""
    words = _(
        "Edition %(later)s was approved after edition %(number)s was submitted, so what edition %(number)s changes was "
        "not worked out against it. Send it back, to be submitted again."
    )
    return words % {"later": later.number, "number": edition.number}


def _comments(edition: Edition, last: ReviewStep, by: Person) -> str:
    unresolved = Comment.objects.filter(edition=edition, answers=None, resolution=None).order_by("pk")
    places = [place or _("the whole edition") for place in unresolved.values_list("place", flat=True)]
    words = _("Comments are still to be resolved, on %(places)s.")
    return words % {"places": ", ".join(dict.fromkeys(places))} if places else ""


def _second_opinion(edition: Edition, last: ReviewStep, by: Person) -> str:
    if last.state != State.ENDORSED:
        return ""
    if last.by_id == by.pk:
        return _("You gave the first approval, so somebody else must give the second.")
    if last.profession == by.profession:
        words = _("The first approval came from a %(profession)s too; the second must come from another profession.")
        return words % {"profession": _(last.profession)}
    return ""


RULES: tuple[Rule, ...] = (_own_work, _interest, _altered, _overtaken, _comments, _second_opinion)
