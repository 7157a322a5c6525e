"""Entries: one for every act, appended in the transaction of the act, each with the hash of what it says."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Protocol

from django.db import connection

from guidelines import merkle
from guidelines.engine import canonical
from guidelines.engine.canonical import Plain
from guidelines.models import Entry


ACTS = """
WITH RECURSIVE found (act) AS (
    SELECT min(act) FROM guidelines_entry
    UNION ALL
    SELECT (SELECT min(e.act) FROM guidelines_entry e WHERE e.act > found.act) FROM found WHERE found.act IS NOT NULL
) SELECT act FROM found WHERE act IS NOT NULL
"""


class Actor(Protocol):
    """A user, as far as the ledger knows one: by key, never by name."""

    @property
    def pk(self) -> int:
        """Tell the key."""


def append(
    act: str, *, by: Actor | None, subject: str = "", detail: Mapping[str, Plain] | None = None, at: datetime
) -> Entry:
    """Append one entry and return it. `by` is a user, or None where nobody was signed in."""
    told = canonical.text(detail) if detail else ""
    entry = Entry(at=at, by_id=by.pk if by else None, act=act, subject=subject, detail=told)
    entry.leaf = leaf(entry)
    entry.save(force_insert=True)
    return entry


def leaf(entry: Entry) -> str:
    """Return the leaf hash of an entry: SHA-256 over a zero byte and the canonical JSON of everything it says."""
    return merkle.leaf(canonical.text(said(entry)).encode()).hex()


def said(entry: Entry) -> dict[str, Plain]:
    """Return what an entry says, which is what its leaf hash covers."""
    return {
        "act": entry.act,
        "at": moment(entry.at),
        "by": entry.by_id,
        "detail": entry.detail,
        "subject": entry.subject,
    }


def moment(at: datetime) -> str:
    """Write a time as the ledger does: in UTC, to the microsecond."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def acts() -> list[str]:
    """Return every act there is, by one step along the index for each instead of one for each entry."""
    with connection.cursor() as cursor:
        cursor.execute(ACTS)
        return [act for (act,) in cursor.fetchall()]
