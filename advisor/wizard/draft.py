"""Drafts: answers of consultations under way, each kept for the clinician who gives them until it is 14 days old."""

import re
import secrets
from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from advisor.models import Consultation, Draft
from guidelines.engine import canonical


KEPT = timedelta(days=14)
# One that was begun and never touched is nobody's work.
UNTOUCHED = timedelta(days=1)
MOST = 50
KEY = re.compile(r"[\w-]{22}", re.ASCII)


class Lost(LookupError):
    """No such draft of this clinician; the message does not say whether there ever was one."""

    def __init__(self):
        super().__init__(
            _(
                "There are no answers of yours to continue here. They were put to the guideline or discarded, or nobody "
                "worked on them for 14 days."
            )
        )


class Raced(Exception):
    """Somebody else changed the draft between reading and writing it."""


def begin(reading, *, by, at, follows=None):
    """Start a draft for a guideline; forget what is too old, and the oldest of this clinician where there are too many."""
    forget(at=at)
    too_many = Draft.objects.filter(kept_by=by).order_by("-kept_at").values_list("pk", flat=True)[MOST - 1 :]
    Draft.objects.filter(pk__in=list(too_many)).delete()
    return Draft.objects.create(
        key=secrets.token_urlsafe(16),
        guideline=reading.slug,
        edition=reading.number,
        edition_sha256=reading.sha256,
        kept_at=at,
        kept_by=by,
        follows=follows,
    )


def find(guideline, key, *, by, at):
    """Find a clinician's own draft, or one without answers that says which consultation it became. Raises Lost."""
    if not KEY.fullmatch(key):
        raise Lost
    kept = Draft.objects.filter(key=key, guideline=guideline, kept_by=by, kept_at__gt=at - KEPT).first()
    if kept is not None:
        return kept
    became = Consultation.objects.filter(key=key, guideline=guideline, consulted_by=by).values_list("pk", flat=True)
    kept = Draft(key=key, guideline=guideline)
    kept.done = next((str(pk) for pk in became), "")
    if not kept.done:
        raise Lost
    return kept


def keep(draft, *, at):
    """Keep a draft as it is now. Raises Raced where it was changed since it was read, Lost where it is gone."""
    changed = Draft.objects.filter(pk=draft.pk, stamp=draft.stamp).update(
        edition=draft.edition,
        edition_sha256=draft.edition_sha256,
        answers=draft.answers,
        typed=draft.typed,
        gist=draft.gist,
        stamp=draft.stamp + 1,
        kept_at=at,
    )
    if not changed:
        raise Raced if Draft.objects.filter(pk=draft.pk).exists() else Lost
    draft.stamp += 1


def note(draft, topic, typed, *, at):
    """Keep what was typed on the page of a topic and is not saved yet, so that nothing is lost by going away."""
    draft.typed = {**draft.typed, topic: typed}
    Draft.objects.filter(pk=draft.pk).update(typed=draft.typed, kept_at=at)


def finish(draft):
    """Remove a draft that became a consultation; the answers stand there now."""
    Draft.objects.filter(pk=draft.pk).delete()


def discard(guideline, key, *, by):
    """Remove a clinician's own draft; one that is not there is gone already."""
    Draft.objects.filter(key=key, guideline=guideline, kept_by=by).delete()


def paused(*, by, at):
    """Give a clinician's drafts in which something was answered or typed, the newest first."""
    begun = Draft.objects.filter(kept_by=by, kept_at__gt=at - KEPT).exclude(gist="", typed={})
    return list(begun.defer("answers", "typed"))


def forget(*, at):
    """Remove everybody's drafts that are too old or were never touched; return how many."""
    old = Q(kept_at__lte=at - KEPT) | Q(stamp=0, typed={}, kept_at__lte=at - UNTOUCHED)
    return Draft.objects.filter(old).delete()[0]


def seen(draft):
    """Fingerprint the answers and the edition, to tell whether what was checked is what is asked."""
    return canonical.digest([draft.edition_sha256, draft.answers])


def shown(draft, code):
    """Fingerprint the answer to one fact, to tell whether what its page showed is what is kept."""
    return f"{code}:{canonical.digest([code, draft.answers[code]])[:16] if code in draft.answers else ''}"
