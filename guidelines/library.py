"""The library: where everybody reads editions; each is compiled once per process and its digest checked again and again."""

import hashlib
import json
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from django.conf import settings
from django.utils.translation import gettext as _

from guidelines import ageing, shelf, workflow
from guidelines.engine import document
from guidelines.engine.canonical import Plain
from guidelines.engine.compilation import Compiled, compiled
from guidelines.models import Edition
from guidelines.shelf import Shelved, Withdrawal


# How long a digest that was checked is believed, and how many editions a process keeps compiled.
SECONDS_BETWEEN_CHECKS = 60.0
MOST_KEPT = 20
# How many titles one page reads again, so that a long list does not all fall due at once.
MOST_CHECKED = 8

Key = tuple[int, str]

Absent = shelf.Absent
Withdrawn = shelf.Withdrawn


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
    withdrawal: Withdrawal | None


@dataclass(frozen=True, slots=True)
class Heading:
    """What the list of guidelines shows of an edition, and of one that was withdrawn and not replaced."""

    slug: str
    number: int
    status: str
    submitted_at: datetime
    title: str
    question: str
    review_by: date | None
    withdrawal: Withdrawal | None


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
    checked: float


def current(slug: str) -> Reading:
    """Return the edition that clinicians get, in one statement once it is compiled.

    That is the newest approved one; where none is approved and the deployment allows it, the newest that awaits
    review. Raises Absent where there is none.
    """
    editions = shelf.shelved(slug)
    return _unaltered(_reading(shelf.chosen(editions), editions))


def published(slug: str, number: int) -> Reading:
    """Return one edition as clinicians may read it, also when a later one has taken its place.

    That is one that was approved once; or, where the deployment allows it, one that awaits review. Raises Absent for
    any other.
    """
    editions = shelf.shelved(slug)
    found = [one for one in editions if one.number == number]
    if not any(shelf.is_open(one.state, approved_once=one.approved_once) for one in found):
        words = _("There is no edition %(number)s of this guideline that clinicians may read.")
        raise Absent(words % {"number": number})
    return _unaltered(_reading(found[0], editions))


def edition(slug: str, number: int) -> Reading:
    """Return one edition whatever its status. Raises Absent where there is none of this number."""
    editions = shelf.shelved(slug)
    for shelved in editions:
        if shelved.number == number:
            return _reading(shelved, editions)
    raise Absent(_("There is no edition %s of this guideline.") % number)


def before(slug: str, number: int) -> Reading | None:
    """Return what an edition would replace: the newest earlier one that was approved, else the one before it, or none."""
    editions = shelf.shelved(slug)
    earlier = [shelved for shelved in editions if shelved.number < number]
    chosen = next((shelved for shelved in earlier if shelved.approved_once), earlier[0] if earlier else None)
    return _reading(chosen, editions) if chosen else None


def approved_before(slug: str, number: int) -> Reading | None:
    """Return the newest edition before this one that was approved, or none."""
    editions = shelf.shelved(slug)
    chosen = next((shelved for shelved in editions if shelved.number < number and shelved.approved_once), None)
    return _reading(chosen, editions) if chosen else None


def catalogue() -> list[Heading]:
    """Return the heading of every guideline that clinicians can read, and of every one that was withdrawn, by title.

    That is one statement once they are known.
    """
    shown: list[tuple[Shelved, list[Shelved]]] = []
    for _slug, group in groupby(shelf.shelved(), key=lambda shelved: shelved.slug):
        editions = list(group)
        with suppress(Absent):
            shown.append((_listed(editions), editions))
    _read_titles([shelved for shelved, _ in shown])
    headings = [_heading(shelved, editions) for shelved, editions in shown if _key(shelved) in _titles]
    return sorted(headings, key=lambda heading: heading.title)


def _unaltered(reading: Reading) -> Reading:
    if reading.status == workflow.ALTERED and not settings.SHOW_UNAPPROVED_EDITIONS:
        words = _("%(status)s: edition %(number)s was altered after it was frozen and cannot be used.")
        raise Absent(words % {"status": _(reading.status), "number": reading.number})
    return reading


def _reading(shelved: Shelved, editions: Iterable[Shelved]) -> Reading:
    content = _content(shelved)
    return Reading(
        slug=shelved.slug,
        number=shelved.number,
        sha256=shelved.sha256,
        status=shelf.status(shelved, editions, intact=content.intact),
        edition_id=shelved.edition_id,
        compiled=content.compiled,
        document=content.document,
        submitted_at=content.submitted_at,
        title=content.compiled.rulebook.guideline.title,
        question=content.compiled.rulebook.guideline.question,
        withdrawal=shelved.withdrawal,
    )


def _heading(shelved: Shelved, editions: Iterable[Shelved]) -> Heading:
    head, held = _titles[_key(shelved)], _kept.get(_key(shelved))
    return Heading(
        slug=shelved.slug,
        number=shelved.number,
        status=shelf.status(shelved, editions, intact=head.intact and (held is None or held.intact)),
        submitted_at=head.submitted_at,
        title=head.title,
        question=head.question,
        review_by=head.review_by,
        withdrawal=gone.withdrawal if (gone := shelf.withdrawn(editions)) else None,
    )


def _listed(editions: Sequence[Shelved]) -> Shelved:
    try:
        return shelf.chosen(editions)
    except Withdrawn:
        return next(shelved for shelved in editions if shelved.withdrawal)


_titles: dict[Key, Title] = {}


def _read_titles(shown: Iterable[Shelved]) -> None:
    """Read the titles that this process does not know yet, and a few of those whose digest was checked long ago."""
    now = time.monotonic()
    known = {_key(shelved): _titles.get(_key(shelved)) for shelved in shown}
    long_ago = [key for key, head in known.items() if head and now - head.checked >= SECONDS_BETWEEN_CHECKS]
    wanted = dict([key for key, head in known.items() if head is None] + long_ago[:MOST_CHECKED])
    if not wanted:
        return
    texts = Edition.objects.filter(pk__in=wanted).values_list("pk", "document", "submitted_at")
    for edition_id, text, at in texts.iterator(chunk_size=MOST_CHECKED):
        _read_title((edition_id, wanted[edition_id]), text, at, now)


def _read_title(key: Key, text: str, at: datetime, now: float) -> None:
    intact = _digest(text) == key[1]
    try:
        plain = json.loads(text)
        head = plain["guideline"]
        _titles[key] = Title(str(head["title"]), str(head["question"]), at, intact, ageing.due(plain), now)
    except (ValueError, LookupError, TypeError):
        if key in _titles:
            _titles[key] = replace(_titles[key], intact=False, checked=now)


_kept: dict[Key, Content] = {}


def _content(shelved: Shelved) -> Content:
    """Return the content from memory, looking at the database again when its digest was last checked long ago."""
    key = _key(shelved)
    now = time.monotonic()
    held = _kept.get(key)
    if held and now - held.checked < SECONDS_BETWEEN_CHECKS:
        return held
    [(text, at)] = Edition.objects.filter(pk=shelved.edition_id).values_list("document", "submitted_at")
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
        raise Absent(_("The content of edition %s of this guideline cannot be read.") % shelved.number) from None


def _key(shelved: Shelved) -> Key:
    return shelved.edition_id, shelved.sha256


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
