"""The ledger: one entry for every act, appended in the transaction of the act; the application never reads it."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Protocol

from guidelines.engine import canonical
from guidelines.engine.canonical import Plain
from guidelines.models import Entry


# RFC 9162 puts a zero byte before a leaf, so that no leaf can pass for a node of the tree above it.
LEAF = b"\x00"


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
    said = {
        "act": entry.act,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": entry.by_id,
        "detail": entry.detail,
        "subject": entry.subject,
    }
    return hashlib.sha256(LEAF + canonical.text(said).encode()).hexdigest()
