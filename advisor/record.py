"""The record: the only pen for consultations and what belongs to them, each in one transaction with its ledger entry."""

import json
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from advisor import response
from advisor.accounts.models import User
from advisor.models import Acknowledgement, Consultation, Recall, Response, Settlement
from advisor.response import Said
from guidelines import ledger, library
from guidelines.engine import advice, firing, patient
from guidelines.engine.canonical import Plain
from guidelines.engine.patient import Patient
from guidelines.library import Reading


class Unrecorded(Exception):
    """The record or its ledger entry could not be written, so nothing may be shown; the message is for whoever acted."""

    def __init__(self, words: str = "") -> None:
        otherwise = _("The record of this consultation could not be written, so no recommendation is shown.")
        super().__init__(words or otherwise)


@dataclass(frozen=True, slots=True)
class Witness:
    """What a printed sheet shows of the ledger: the leaf of its own entry, and the newest tree head as SIZE:ROOT."""

    leaf: str
    head: str


def consult(
    reading: Reading,
    person: Patient,
    given: Mapping[str, Plain],
    *,
    by: User,
    at: datetime,
    key: str,
    follows: UUID | None = None,
) -> Consultation:
    """Record one advice as given and return its consultation; the same key records once. Raises Unrecorded.

    `follows` is the consultation from whose answers it was begun.
    """
    made = _consultation(reading, person, given)
    made.key, made.follows_id, made.consulted_at, made.consulted_by = key, follows, at, by
    detail = {"guideline": made.guideline, "edition": made.edition_sha256, "advice": made.advice_digest}
    detail |= {"follows": str(follows)} if follows else {}
    try:
        with _entered("consult", made, by=by, at=at, detail=detail):
            made.save(force_insert=True)
    except Unrecorded as failure:
        return _earlier(key, by, failure)
    return made


def _consultation(reading: Reading, person: Patient, given: Mapping[str, Plain]) -> Consultation:
    return Consultation(
        guideline=reading.slug,
        edition_id=reading.edition_id,
        edition_sha256=reading.sha256,
        engine=str(given["engine"]),
        fired=" ".join(firing.fired(given)),
        answers=_written(person.answers),
        advice=_written(given),
        advice_digest=str(given["digest"]),
    )


def view(consultation: Consultation, *, by: User, at: datetime) -> None:
    """Enter in the ledger that a consultation was opened again. Raises Unrecorded."""
    with _entered("view", consultation, by=by, at=at):
        pass


def printed(consultation: Consultation, form: str, *, by: User, at: datetime) -> Witness:
    """Enter in the ledger that a consultation was taken away in some form, and return what the sheet shows of that.

    The forms are page, pdf, text and leaflet. Raises Unrecorded.
    """
    try:
        with transaction.atomic():
            entry = ledger.append("print", by=by, subject=f"consultation {consultation.pk}", detail={"as": form}, at=at)
            head = ledger.newest()
    except Exception as failure:
        raise Unrecorded from failure
    return Witness(leaf=entry.leaf, head=str(head) if head else "")


def filed(consultation: Consultation, sha256: str, *, by: User, at: datetime) -> None:
    """Enter in the ledger the digest of a PDF that was made, by which it can be told from another. Raises Unrecorded."""
    with _entered("pdf made", consultation, by=by, at=at, detail={"sha256": sha256}):
        pass


def checked(consultation: Consultation, *, by: User | None, at: datetime) -> None:
    """Enter in the ledger that somebody who holds its paper asked how an advice stands. Raises Unrecorded."""
    with _entered("check", consultation, by=by, at=at):
        pass


def acknowledge(consultation: Consultation, alert: str, *, by: User, at: datetime) -> None:
    """Record that a clinician acknowledged a withholding alert; doing so twice records once. Raises Unrecorded."""
    if consultation.acknowledgements.filter(alert=alert).exists():
        return
    made = Acknowledgement(consultation=consultation, alert=alert, acknowledged_at=at, acknowledged_by=by)
    with _entered("acknowledge", consultation, by=by, at=at, detail={"alert": alert}):
        made.save(force_insert=True)


def recalled(consultation: Consultation, edition: int, said: str, *, by: User, at: datetime) -> None:
    """Record that a clinician saw what an edition says against earlier advice; twice records once. Raises Unrecorded."""
    if Recall.objects.filter(consultation=consultation, edition_id=edition).exists():
        return
    made = Recall(consultation=consultation, edition_id=edition, said=said, acknowledged_at=at, acknowledged_by=by)
    with _entered("acknowledge recall", consultation, by=by, at=at, detail={"edition": edition}):
        made.save(force_insert=True)


def respond(consultation: Consultation, said: Said, *, by: User, at: datetime) -> Response:
    """Record what a clinician did about an advice, and return it; saying the same again records once.

    Raises response.Unsayable where that cannot be said of this advice, Unrecorded.
    """
    followed, overridden = response.rules(given(consultation), said)
    newest = consultation.responses.first()
    if newest and said == Said(newest.deed, newest.treatment, newest.departure):
        return newest
    made = Response(consultation=consultation, deed=said.deed, treatment=said.treatment, departure=said.departure)
    made.accepted, made.overridden = " ".join(followed), " ".join(overridden)
    made.responded_at, made.responded_by = at, by
    lost = _("What you did could not be recorded. Choose it again in a moment.")
    with _entered("respond", consultation, by=by, at=at, detail=asdict(said), lost=lost):
        made.save(force_insert=True)
    return made


def settle(guideline: str, rule: str, matter: str, *, how: str, seen: int, by: User, at: datetime) -> Settlement:
    """Record that an editor settled a matter of a rule, as far as the response `seen` was known. Raises Unrecorded."""
    made = Settlement(guideline=guideline, rule=rule, matter=matter, how=how, seen=seen, settled_at=at, settled_by=by)
    lost = _("That this is settled could not be recorded. Try again in a moment.")
    with _together("settle", f"{guideline} {rule}", by=by, at=at, detail={"matter": matter, "how": how}, lost=lost):
        made.save(force_insert=True)
    return made


def own(by: User) -> QuerySet[Consultation]:
    """Give a clinician's own consultations, newest first, without the advice that a list does not show."""
    found = Consultation.objects.filter(consulted_by=by).select_related("edition").prefetch_related("responses")
    return found.defer("advice", "edition__document")


def given(consultation: Consultation) -> dict[str, Plain]:
    """Give the advice of a consultation exactly as recorded, as far as its alerts are acknowledged."""
    acknowledged = {item.alert for item in consultation.acknowledgements.all()}
    return advice.withheld(json.loads(consultation.advice), acknowledged)


def answered(consultation: Consultation) -> dict[str, Plain]:
    """Give the answers of a consultation exactly as recorded."""
    return dict(json.loads(consultation.answers))


def replayed(consultation: Consultation) -> str:
    """Derive the advice of a consultation again from its edition and return the digest.

    Raises library.Absent where the edition is gone or unreadable, patient.Refused where it refuses the answers.
    """
    edition = json.loads(consultation.advice)["edition"]
    reading = library.edition(consultation.guideline, edition["number"])
    person = patient.parse(reading.compiled, answered(consultation))
    return str(advice.advise(reading.compiled, person, edition={**edition, "sha256": reading.sha256})["digest"])


def _entered(
    act: str,
    consultation: Consultation,
    *,
    by: User | None,
    at: datetime,
    detail: Mapping[str, Plain] | None = None,
    lost: str = "",
) -> AbstractContextManager[None]:
    return _together(act, f"consultation {consultation.pk}", by=by, at=at, detail=detail, lost=lost)


@contextmanager
def _together(
    act: str, subject: str, *, by: User | None, at: datetime, detail: Mapping[str, Plain] | None, lost: str
) -> Iterator[None]:
    # Whatever fails here, from a full disk to a broken seal, nothing may be shown that is not on record.
    try:
        with transaction.atomic():
            yield
            ledger.append(act, by=by, subject=subject, detail=detail, at=at)
    except Exception as failure:
        raise Unrecorded(lost) from failure


def _earlier(key: str, by: User, failure: Unrecorded) -> Consultation:
    # The same draft asked twice at once: the one that came first stands.
    found = Consultation.objects.filter(key=key, consulted_by=by).first()
    if found is None or not isinstance(failure.__cause__, IntegrityError):
        raise failure
    return found


def _written(value: Mapping[str, Plain]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
