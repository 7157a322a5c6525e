"""Advice: a rulebook applied to a patient, as the plain values that everything else shows."""

from collections.abc import Iterable, Mapping

from . import account, fingerprint
from .canonical import Plain
from .compilation import Compiled
from .patient import Patient
from .rulebook import Effect
from .weighing import weigh


ENGINE = "1"
"""The engine's version: any change that could change advice raises it (design promise 9)."""


def advise(book: Compiled, patient: Patient, *, edition: Mapping[str, Plain]) -> dict[str, Plain]:
    """Apply a rulebook to a patient and give the whole advice as plain values.

    `edition` holds number, sha256 and status. The same edition, answers and engine version give the same digest
    everywhere; status, wording and language do not enter it.
    """
    weighed = weigh(book, patient)
    body = account.body(weighed)
    given: dict[str, Plain] = {
        "guideline": book.rulebook.guideline.slug,
        "title": book.rulebook.guideline.title,
        "question": book.rulebook.guideline.question,
        "edition": dict(edition),
        "engine": ENGINE,
        "digest": fingerprint.digest(weighed, engine=ENGINE, edition=str(edition["sha256"])),
        "withheld": False,
    }
    return given | body


def withheld(given: Mapping[str, Plain], acknowledged: Iterable[str] = ()) -> dict[str, Plain]:
    """Show an advice as far as its alerts allow: behind an unacknowledged withholding alert nothing but alerts shows."""
    seen = set(acknowledged)
    listed = given["alerts"]
    alerts: list[Mapping[str, Plain]] = (
        [a for a in listed if isinstance(a, Mapping)] if isinstance(listed, list) else []
    )
    shown: list[Plain] = [{**alert, "acknowledged": alert["code"] in seen} for alert in alerts]
    hold = any(alert["effect"] == Effect.WITHHOLD and alert["code"] not in seen for alert in alerts)
    result: dict[str, Plain] = {**given, "alerts": shown, "withheld": hold}
    if hold:
        empty: dict[str, Plain] = {
            "options": [],
            "missing": [],
            "sensitivity": [],
            "statements": [],
            "disagreements": [],
        }
        result |= empty | {"derived": {}, "references": account.cited(given, alerts)}
    return result
