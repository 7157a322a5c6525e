"""The library: where everybody reads editions; each is compiled once per process and its digest checked again and again."""

import hashlib
import json
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter

from django.conf import settings
from django.db import connection

from guidelines import ageing, workflow
from guidelines.engine import document
from guidelines.engine.canonical import Plain
from guidelines.engine.compilation import Compiled, compiled
from guidelines.models import Edition
from guidelines.workflow import State


# How long a digest that was checked is believed, and how many editions a process keeps compiled.
SECONDS_BETWEEN_CHECKS = 60.0
MOST_KEPT = 20

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
    review_by: date | None


@dataclass(frozen=True, slots=True)
class Shelved:
    """An edition without its content: what one statement tells about it."""

    edition_id: int
    slug: str
    number: int
    sha256: str
    state: State
    bound: bool
    approved_once: bool


@dataclass(frozen=True, slots=True)
class Content:
    """The content of an edition as this process holds it."""

    compiled: Compiled
    document: Mapping[str, Plain]
    submitted_at: datetime
    intact: bool
    checked: float


@dataclass(frozen=True, slots=True)
class Title:
    """The head of an edition's content."""

    title: str
    question: str
    submitted_at: datetime
    intact: bool
    review_by: date | None


def current(slug: str) -> Reading:
    """Return the edition that clinicians get, in one statement once it is compiled.

    That is the newest approved one; where none is approved and the deployment allows it, the newest that awaits
    review. Raises Absent where there is none.
    """
    editions = _shelved(slug)
    reading = _reading(_chosen(editions), editions)
    if reading.status == workflow.ALTERED and not settings.SHOW_UNAPPROVED_EDITIONS:
        raise Absent(f"The content of edition {reading.number} was altered after it was frozen; it cannot be used.")
    return reading


def edition(slug: str, number: int) -> Reading:
    """Return one edition whatever its status. Raises Absent where there is none of this number."""
    editions = _shelved(slug)
    for shelved in editions:
        if shelved.number == number:
            return _reading(shelved, editions)
    raise Absent(f"There is no edition {number} of this guideline.")


def before(slug: str, number: int) -> Reading | None:
    """Return what an edition would replace: the newest earlier one that was approved, else the one before it, or none."""
    editions = _shelved(slug)
    earlier = [shelved for shelved in editions if shelved.number < number]
    chosen = next((shelved for shelved in earlier if shelved.approved_once), earlier[0] if earlier else None)
    return _reading(chosen, editions) if chosen else None


def catalogue() -> list[Heading]:
    """Return the heading of every guideline that clinicians can read, by title; one statement once they are known."""
    shown: list[tuple[Shelved, list[Shelved]]] = []
    for _, group in groupby(_shelved(), key=lambda shelved: shelved.slug):
        editions = list(group)
        with suppress(Absent):
            shown.append((_chosen(editions), editions))
    _read_titles([shelved for shelved, _ in shown])
    headings = [_heading(shelved, editions) for shelved, editions in shown if _key(shelved) in _titles]
    return sorted(headings, key=lambda heading: heading.title)


# Every page asks this; written out, it costs a thirtieth of what building the same query anew does.
STEPS_OF_ALL = """
    SELECT s.edition_id, e.guideline_id, e.number, e.sha256, s.state, s.sha256
    FROM guidelines_edition e JOIN guidelines_reviewstep s ON s.edition_id = e.id
    ORDER BY e.guideline_id DESC, e.number DESC, s.number DESC
"""
STEPS_OF_ONE = STEPS_OF_ALL.replace("ORDER BY", "WHERE e.guideline_id = %s ORDER BY")


def _shelved(slug: str | None = None) -> list[Shelved]:
    """Return the editions of one guideline or of all, newest first within each."""
    with connection.cursor() as cursor:
        cursor.execute(*((STEPS_OF_ALL,) if slug is None else (STEPS_OF_ONE, [slug])))
        rows = cursor.fetchall()
    editions = []
    for (edition_id, guideline, number, sha256), group in groupby(rows, key=itemgetter(0, 1, 2, 3)):
        states, digests = zip(*((state, bound) for *_, state, bound in group), strict=True)
        newest, approved_once = State(states[0]), State.APPROVED in states
        editions.append(Shelved(edition_id, guideline, number, sha256, newest, digests[0] == sha256, approved_once))
    return editions


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
        submitted_at=content.submitted_at,
        title=content.compiled.rulebook.guideline.title,
        question=content.compiled.rulebook.guideline.question,
    )


def _heading(shelved: Shelved, editions: Iterable[Shelved]) -> Heading:
    head, held = _titles[_key(shelved)], _kept.get(_key(shelved))
    status = _status(shelved, editions, intact=head.intact and (held is None or held.intact))
    return Heading(shelved.slug, shelved.number, status, head.submitted_at, head.title, head.question, head.review_by)


_titles: dict[Key, Title] = {}


def _read_titles(shown: Iterable[Shelved]) -> None:
    """Read the titles that this process does not know yet, a few documents at a time."""
    unknown = {shelved.edition_id: shelved for shelved in shown if _key(shelved) not in _titles}
    if not unknown:
        return
    texts = Edition.objects.filter(pk__in=unknown).values_list("pk", "document", "submitted_at")
    for edition_id, text, at in texts.iterator(chunk_size=8):
        shelved = unknown[edition_id]
        with suppress(ValueError, LookupError, TypeError):
            plain = json.loads(text)
            head, intact, due = plain["guideline"], _digest(text) == shelved.sha256, ageing.due(plain)
            _titles[_key(shelved)] = Title(str(head["title"]), str(head["question"]), at, intact, due)


_kept: dict[Key, Content] = {}


def _content(shelved: Shelved) -> Content:
    """Return the content from memory, looking at the database again when its digest was last checked long ago."""
    key = _key(shelved)
    now = time.monotonic()
    held = _kept.get(key)
    if held and now - held.checked < SECONDS_BETWEEN_CHECKS:
        return held
    text, at = Edition.objects.values_list("document", "submitted_at").get(pk=shelved.edition_id)
    intact = _digest(text) == shelved.sha256
    if held and held.intact and intact:
        content = replace(held, checked=now)
    else:
        plain, book = _compiled(shelved, text)
        content = Content(book, plain, at, intact, now)
    _keep(key, content)
    return content


def _keep(key: Key, content: Content) -> None:
    _kept.pop(key, None)
    _kept[key] = content
    for oldest in list(_kept)[:-MOST_KEPT]:
        _kept.pop(oldest, None)


def _compiled(shelved: Shelved, text: str) -> tuple[Mapping[str, Plain], Compiled]:
    try:
        plain = json.loads(text)
        return plain, compiled(document.read(plain))
    except (ValueError, LookupError, TypeError):
        raise Absent(f"The content of edition {shelved.number} of this guideline cannot be read.") from None


def _key(shelved: Shelved) -> Key:
    return shelved.edition_id, shelved.sha256


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
