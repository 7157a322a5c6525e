"""Acknowledgements for tests: of the alert that withholds advice about a choking patient."""

from advisor import record
from tests.factories import consultation
from tests.factories.edition import NOW


def make():
    found = consultation.make(choking=True)
    record.acknowledge(found, "choking", by=found.consulted_by, at=NOW)
    return found.acknowledgements.get()
