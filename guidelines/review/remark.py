"""Remarks: what reviewers comment on in an edition, what is answered, and that a comment needs nothing more."""

import json
from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from guidelines import ledger, workflow
from guidelines.engine.canonical import Plain
from guidelines.models import Comment, Contributor, Edition, Resolution, ReviewStep
from guidelines.workflow import State

from . import bearing, step
from .person import Person
from .refusal import Refused


LONGEST = 5000
# Editors answer what came back to them too.
OPEN = workflow.AWAITING | {State.SENT_BACK}


def comment(
    edition: Edition, place: str, text: str, *, by: Person, at: datetime, answers: Comment | None = None
) -> Comment:
    """Comment on a row of an edition, for example options[x], on a section, or on the whole where `place` is empty.

    `answers` is the comment that this one answers. Raises Refused for an edition that is decided, an empty comment, a
    place that the edition does not have, or an answer to what is resolved.
    """
    words = _said(text)
    if place and place not in places(edition):
        raise Refused(_("Edition %(number)s has no %(place)s.") % {"number": edition.number, "place": place})
    with step.alone(edition.guideline_id):
        _check_open(edition)
        if answers is not None:
            _check_unresolved(answers, edition)
        made = Comment.objects.create(edition=edition, place=place, text=words, answers=answers, at=at, by_id=by.pk)
        detail: dict[str, Plain] = {"comment": made.pk, "place": place, "text": words}
        if answers:
            detail["answers"] = answers.pk
        ledger.append("answer" if answers else "comment", by=by, at=at, subject=step.subject(edition), detail=detail)
    return made


def resolve(remark: Comment, text: str = "", *, by: Person, at: datetime) -> Resolution:
    """Say that a comment needs nothing more, and how it was settled.

    Raises Refused where it is resolved, where it is an answer, where its edition is decided, or for who wrote that.
    """
    edition, words = Edition.objects.defer("document").get(pk=remark.edition_id), _short(text)
    with step.alone(edition.guideline_id):
        _check_open(edition)
        _check_unresolved(remark, edition)
        if Contributor.objects.filter(edition=edition, person_id=by.pk).exists():
            raise Refused(_("You wrote part of this edition, so somebody else must say that the comment is resolved."))
        made = Resolution.objects.create(comment=remark, text=words, at=at, by_id=by.pk)
        detail: dict[str, Plain] = {"comment": remark.pk, "text": words}
        ledger.append("resolve", by=by, at=at, subject=step.subject(edition), detail=detail)
    return made


def places(edition: Edition) -> frozenset[str]:
    """Return the place of every section and row of an edition, and of what it removes, as comments name it."""
    first = ReviewStep.objects.filter(edition=edition).order_by("number")[0]
    basis = bearing.basis(edition.guideline, until=first)
    return frozenset(place for one in (edition, basis) if one for place in _places(json.loads(one.document)))


def _places(plain: dict[str, Plain]) -> Iterator[str]:
    yield "guideline"
    for section, rows in plain.items():
        if isinstance(rows, list):
            yield section
            yield from (f"{section}[{row['code']}]" for row in rows if isinstance(row, dict))


def _said(text: str) -> str:
    if not text.strip():
        raise Refused(_("Write what you want to say."))
    return _short(text)


def _short(text: str) -> str:
    if len(text) > LONGEST:
        raise Refused(_("Say it in at most %s characters.") % LONGEST)
    return text.strip()


def _check_open(edition: Edition) -> None:
    state = State(step.newest(edition).state)
    if state not in OPEN:
        words = _("Edition %(number)s is %(state)s; comments on it are closed.")
        raise Refused(words % {"number": edition.number, "state": workflow.within(state)})


def _check_unresolved(remark: Comment, edition: Edition) -> None:
    if remark.edition_id != edition.pk or remark.answers_id is not None:
        raise Refused(_("Answer or resolve the comment that began the conversation."))
    if Resolution.objects.filter(comment=remark).exists():
        raise Refused(_("This comment is resolved. Write a new one if there is more to say."))
