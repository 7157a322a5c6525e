"""Outcomes: one patient advised under two rulebooks, and how the advice differs."""

from collections.abc import Mapping

from guidelines.engine import advice, comparison, fingerprint, patient, weighing
from guidelines.engine.canonical import Plain
from guidelines.engine.comparison import Kind, Shift
from guidelines.engine.compilation import Compiled


# What a comparison prints of an edition; the status of either has no say in it.
NOWHERE = {"number": 0, "sha256": "", "status": ""}


def shifts(before: Compiled, after: Compiled, answers: Mapping[str, Plain]) -> tuple[Shift, ...]:
    """Return how the advice on answers differs between two rulebooks, the worst first.

    The answers are those of a patient whom the earlier rulebook could advise; where it refuses them there is nothing to
    compare. Words and sources have no say: what the advice amounts to has.
    """
    try:
        old = patient.parse(before, answers)
    except (patient.Refused, ValueError):
        return ()
    try:
        new = patient.parse(after, answers)
    except (patient.Refused, ValueError) as refusal:
        return (Shift(Kind.REFUSED, "", "The answers are no longer accepted", tuple(str(refusal).splitlines())),)
    if _coded(before, old) == _coded(after, new):
        return ()
    return comparison.shifts(
        *(advice.advise(book, who, edition=NOWHERE) for book, who in ((before, old), (after, new)))
    )


def _coded(book: Compiled, person: patient.Patient) -> list[Plain]:
    weighed = weighing.weigh(book, person)
    return [[alert.code for alert in weighed.alerts], *map(fingerprint.coded, weighed.considered)]
