"""Responses for tests: a clinician says what they did about an advice."""

from advisor import record
from advisor import response as responding
from tests.factories import consultation
from tests.factories.edition import NOW


def make(deed="accepted:calmol", departure="", *, to=None, at=NOW):
    found = to or consultation.make()
    return record.respond(found, responding.read(deed, departure), by=found.consulted_by, at=at)
