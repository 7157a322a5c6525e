"""The library: where everybody reads editions; each is compiled once per process and its digest checked again and again."""

import hashlib
import json
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet, Subquery

from guidelines import workflow
from guidelines.engine import document
from guidelines.engine.canonical import Plain
from guidelines.engine.compilation import Compiled, compiled
from guidelines.models import Edition, ReviewStep
from guidelines.workflow import State


# How long a digest that was checked is believed, and how many editions a process keeps compiled.
SECONDS_BETWEEN_CHECKS = 60.0
MOST_KEPT = 40

Key = tuple[int, str]


class Absent(LookupError):
    """There is no edition to read; the message says why in a sentence for clinicians."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An edition, ready to advise from, with its status at this moment."""

    slug: str
    number: int
    sha256: str
    status: str
    edition_id: int
    compiled: Compiled
    document: Mapping[str, Plain]
    submitted_at: datetime
    title: str
    question: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What the list of guidelines shows of an edition."""

    slug: str
    number: int
    status: str
    submitted_at: datetime
    title: str
    question: str


@dataclass(frozen=True, slots=True)
class Shelved:
    """An edition without its content: what one statement tells about it."""

    edition_id: int
    slug: str
    number: int
    sha256: str
    submitted_at: datetime
    state: State
    bound: bool
    approved_once: bool


@dataclass(frozen=True, slots=True)
class Content:
    """The content of an edition as this process holds it."""

    compiled: Compiled
    document: Mapping[str, Plain]
    intact: bool
    checked: float


@dataclass(frozen=True, slots=True)
class Title:
    """The head of an edition's content."""

    title: str
    question: str
    intact: bool


def current(slug: str) -> Reading:
    """Return the edition that clinicians get, in one statement once it is compiled.

    That is the newest approved one; where none is approved and the deployment allows it, the newest that awaits
    review. Raises Absent where there is none.
    """
    editions = _shelved(Edition.objects.filter(guideline_id=slug))
    reading = _reading(_chosen(editions), editions)
    if reading.status == workflow.ALTERED and not settings.SHOW_UNAPPROVED_EDITIONS:
        raise Absent(f"The content of edition {reading.number} was altered after it was frozen; it cannot be used.")
    return reading


def edition(slug: str, number: int) -> Reading:
    """Return one edition whatever its status. Raises Absent where there is none of this number."""
    editions = _shelved(Edition.objects.filter(guideline_id=slug))
    for shelved in editions:
        if shelved.number == number:
            return _reading(shelved, editions)
    raise Absent(f"There is no edition {number} of this guideline.")


def catalogue() -> list[Heading]:
    """Return the heading of every guideline that clinicians can read, by title; one statement once they are known."""
    shown: list[tuple[Shelved, list[Shelved]]] = []
    for _, group in groupby(_shelved(Edition.objects.all()), key=lambda shelved: shelved.slug):
        editions = list(group)
        with suppress(Absent):
            shown.append((_chosen(editions), editions))
    _read_titles([shelved for shelved, _ in shown])
    headings = [_heading(shelved, editions) for shelved, editions in shown if _key(shelved) in _titles]
    return sorted(headings, key=lambda heading: heading.title)


def _shelved(editions: QuerySet[Edition]) -> list[Shelved]:
    """Return the editions, newest first within each guideline."""
    steps = ReviewStep.objects.filter(edition=OuterRef("pk")).order_by("-number")
    rows = editions.annotate(
        newest_state=Subquery(steps.values("state")[:1]),
        newest_sha256=Subquery(steps.values("sha256")[:1]),
        approved_once=Exists(steps.filter(state=State.APPROVED)),
    ).order_by("guideline_id", "-number")
    told = rows.values_list(
        "pk", "guideline_id", "number", "sha256", "submitted_at", "newest_state", "newest_sha256", "approved_once"
    )
    return [
        Shelved(pk, slug, number, sha256, at, State(state), bound == sha256, approved_once)
        for pk, slug, number, sha256, at, state, bound, approved_once in told
    ]


def _chosen(editions: Sequence[Shelved]) -> Shelved:
    if not editions:
        raise Absent("There is no guideline of this name that has been submitted for review.")
    approved = next((shelved for shelved in editions if shelved.approved_once), None)
    if approved and approved.state is State.APPROVED:
        return approved
    later = editions[: editions.index(approved)] if approved else editions
    awaiting = next((shelved for shelved in later if shelved.state in workflow.AWAITING), None)
    if awaiting and settings.SHOW_UNAPPROVED_EDITIONS:
        return awaiting
    if approved:
        raise Absent(f"Edition {approved.number} of this guideline was withdrawn, and no later one is approved.")
    raise Absent("No edition of this guideline is approved, so no advice can be given from it.")


def _status(shelved: Shelved, editions: Iterable[Shelved], *, intact: bool) -> str:
    superseded = any(other.approved_once and other.number > shelved.number for other in editions)
    return workflow.status(shelved.state, intact=intact and shelved.bound, superseded=superseded)


def _reading(shelved: Shelved, editions: Iterable[Shelved]) -> Reading:
    content = _content(shelved)
    return Reading(
        slug=shelved.slug,
        number=shelved.number,
        sha256=shelved.sha256,
        status=_status(shelved, editions, intact=content.intact),
        edition_id=shelved.edition_id,
        compiled=content.compiled,
        document=content.document,
        submitted_at=shelved.submitted_at,
        title=content.compiled.rulebook.guideline.title,
        question=content.compiled.rulebook.guideline.question,
    )


def _heading(shelved: Shelved, editions: Iterable[Shelved]) -> Heading:
    head, held = _titles[_key(shelved)], _kept.get(_key(shelved))
    status = _status(shelved, editions, intact=head.intact and (held is None or held.intact))
    return Heading(shelved.slug, shelved.number, status, shelved.submitted_at, head.title, head.question)


_titles: dict[Key, Title] = {}


def _read_titles(shown: Iterable[Shelved]) -> None:
    """Read the titles that this process does not know yet, a few documents at a time."""
    unknown = {shelved.edition_id: shelved for shelved in shown if _key(shelved) not in _titles}
    if not unknown:
        return
    texts = Edition.objects.filter(pk__in=unknown).values_list("pk", "document")
    for edition_id, text in texts.iterator(chunk_size=8):
        shelved = unknown[edition_id]
        with suppress(ValueError, LookupError, TypeError):
            head = json.loads(text)["guideline"]
            intact = _digest(text) == shelved.sha256
            _titles[_key(shelved)] = Title(str(head["title"]), str(head["question"]), intact)


_kept: dict[Key, Content] = {}


def _content(shelved: Shelved) -> Content:
    """Return the content from memory, looking at the database again when its digest was last checked long ago."""
    key = _key(shelved)
    now = time.monotonic()
    held = _kept.get(key)
    if held and now - held.checked < SECONDS_BETWEEN_CHECKS:
        return held
    text = _text(shelved.edition_id)
    intact = _digest(text) == shelved.sha256
    if held and held.intact and intact:
        content = Content(held.compiled, held.document, intact, now)
    else:
        content = _compiled(shelved, text, intact=intact, now=now)
    _keep(key, content)
    return content


def _keep(key: Key, content: Content) -> None:
    _kept.pop(key, None)
    _kept[key] = content
    for oldest in list(_kept)[:-MOST_KEPT]:
        _kept.pop(oldest, None)


def _compiled(shelved: Shelved, text: str, *, intact: bool, now: float) -> Content:
    try:
        plain = json.loads(text)
        return Content(compiled(document.read(plain)), plain, intact, now)
    except (ValueError, LookupError, TypeError):
        raise Absent(f"The content of edition {shelved.number} of this guideline cannot be read.") from None


def _key(shelved: Shelved) -> Key:
    return shelved.edition_id, shelved.sha256


def _text(edition_id: int) -> str:
    return Edition.objects.values_list("document", flat=True).get(pk=edition_id)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
