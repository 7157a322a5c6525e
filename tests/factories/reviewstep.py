"""Review steps for tests: the first one of an edition."""

from tests.factories import edition


def make():
    return edition.make().steps.get()
