"""Exemplars: past consultations offered to editors as cases; they name neither the patient nor the clinician."""

import json
from dataclasses import dataclass

from django.db.models import QuerySet

from advisor.models import Consultation
from guidelines import casebook, library
from guidelines.engine import exemplar


@dataclass(frozen=True, slots=True)
class Proposal:
    """A case as a consultation suggests it, for an editor to change and save."""

    code: str
    title: str
    answers: str
    expects: str


def consulted(slug: str) -> QuerySet[Consultation]:
    """Return the consultations of a guideline, newest first, without what tells who consulted."""
    return (
        Consultation.objects.filter(guideline=slug)
        .select_related("edition")
        .only("pk", "answers", "guideline", "consulted_at", "edition__number")
    )


def proposal(consultation: Consultation) -> Proposal:
    """Return the case that a consultation suggests: its answers, and its advice as the promises.

    Raises library.Absent where the edition cannot be read.
    """
    given = json.loads(consultation.advice)
    book = library.edition(consultation.guideline, given["edition"]["number"]).compiled
    answers = exemplar.answers(book, json.loads(consultation.answers))
    title = f"As advised by edition {given['edition']['number']}"
    return Proposal(casebook.next_code(consultation.guideline), title, answers, exemplar.promises(given))
