"""Consultations for tests, made as all are: through the record."""

from advisor import record
from guidelines import library
from guidelines.engine import advice, patient
from tests import bedside
from tests.factories import user
from tests.factories.edition import NOW


def make(*, by=None, at=NOW, key="a-key", **answers):
    """A consultation about a healthy patient, but for the answers given; submits the guideline where there is none."""
    try:
        reading = library.current("hiccups")
    except library.Absent:
        bedside.edition()
        reading = library.current("hiccups")
    person = patient.parse(reading.compiled, bedside.HEALTHY | answers)
    edition = {"number": reading.number, "sha256": reading.sha256, "status": reading.status}
    given = advice.advise(reading.compiled, person, edition=edition)
    return record.consult(reading, person, given, by=by or user.Clinician(), at=at, key=key)
