"""Recalls for tests: a clinician who saw that earlier advice has changed."""

from advisor import record
from tests.factories import consultation
from tests.factories.edition import NOW


def make():
    found = consultation.make()
    record.recalled(found, found.edition_id, "Calmol: offered → excluded", by=found.consulted_by, at=NOW)
    return found.recalls.get()
