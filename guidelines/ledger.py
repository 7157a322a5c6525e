"""The ledger: one entry for every act, appended in the transaction of the act; the application never reads it."""

import hashlib
from datetime import UTC

from guidelines.engine import canonical
from guidelines.models import Entry


# RFC 9162 puts a zero byte before a leaf, so that no leaf can pass for a node of the tree above it.
LEAF = b"\x00"


def append(act, *, by, subject="", detail=None, at):
    """Append one entry and return it. `by` is a user, or None where nobody was signed in."""
    entry = Entry(at=at, by=by, act=act, subject=subject, detail=canonical.text(detail) if detail else "")
    entry.leaf = leaf(entry)
    entry.save(force_insert=True)
    return entry


def leaf(entry):
    """Return the leaf hash of an entry: SHA-256 over a zero byte and the canonical JSON of everything it says."""
    said = {
        "act": entry.act,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": entry.by_id,
        "detail": entry.detail,
        "subject": entry.subject,
    }
    return hashlib.sha256(LEAF + canonical.text(said).encode()).hexdigest()
