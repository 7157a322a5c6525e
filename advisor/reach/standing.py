"""Standing: what has become of an advice since it was given, for whoever holds its paper; nothing of the patient is told."""

import hmac
import json
import re
import uuid
from dataclasses import dataclass
from datetime import datetime

from advisor import record
from advisor.accounts.models import User
from advisor.models import Consultation
from guidelines import ageing, library
from guidelines.library import Withdrawal

from . import recall


# As much of the digest as the check address holds; less is never enough.
LEAST = 16
NOBODY = "0" * 64


@dataclass(frozen=True, slots=True)
class Standing:
    """When an advice was given, by which edition, and how that stood then and stands now."""

    title: str
    given_at: datetime
    number: int
    then: str
    now: str
    withdrawal: Withdrawal | None
    later: int | None
    overdue: bool
    recalled: bool


def standing(key: str, digest: str, *, by: User | None, at: datetime) -> Standing | None:
    """Return what has become of an advice, entered in the ledger as asked; nothing unless the digest is the advice's own.

    Whether there is no such advice or the digest is another's cannot be told from the answer. Raises record.Unrecorded.
    """
    asked = re.sub(r"[^0-9a-z]", "", digest.lower())
    found = Consultation.objects.filter(pk=_key(key)).first()
    known = found.advice_digest if found else NOBODY
    fits = hmac.compare_digest(known[: len(asked)].encode(), asked.encode())
    if found is None or not fits or len(asked) < LEAST:
        return None
    record.checked(found, by=by, at=at)
    return _told(found, at)


def _told(found: Consultation, at: datetime) -> Standing:
    then = json.loads(found.advice)["edition"]
    reading = library.edition(found.guideline, then["number"])
    return Standing(
        title=reading.title,
        given_at=found.consulted_at,
        number=reading.number,
        then=then["status"],
        now=reading.status,
        withdrawal=reading.withdrawal,
        later=_later(found.guideline, reading.number),
        overdue=bool(ageing.overdue(reading.compiled.rulebook, at.date())),
        recalled=any(recall.waiting(Consultation.objects.filter(pk=found.pk))),
    )


def _later(slug: str, number: int) -> int | None:
    try:
        newest = library.current(slug).number
    except library.Absent:
        return None
    return newest if newest > number else None


def _key(key: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(key)
    except ValueError:
        return None
