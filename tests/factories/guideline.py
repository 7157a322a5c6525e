"""Guidelines for tests: the made-up one of tests/editions, filled into the working copy."""

from pathlib import Path

from guidelines import assembly, packages, working_copy
from guidelines.engine import document


PACKAGE = Path(__file__).resolve().parent.parent / "editions" / "hiccups"


def content(**changes):
    """The document of the made-up guideline, with some of what it says of itself changed."""
    plain = packages.read(PACKAGE)
    plain["guideline"] |= changes
    return assembly.settled(document.written(document.read(plain)))


def make(**changes):
    return working_copy.fill(content(**changes))[0]
