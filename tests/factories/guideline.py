"""Guidelines for tests: the made-up one of tests/editions, filled into the working copy."""

from pathlib import Path

from guidelines import assembly, packages, working_copy
from guidelines.engine import document
from guidelines.models import Guideline
from tests import recorded


PACKAGE = Path(__file__).resolve().parent.parent / "editions" / "hiccups"


def content(**changes):
    """The document of the made-up guideline, with some of what it says of itself changed."""
    return recorded.document(f"guideline {changes}", lambda: _written(changes))


def _written(changes):
    plain = packages.read(PACKAGE)
    plain["guideline"] |= changes
    return assembly.settled(document.written(document.read(plain)))


def make(**changes):
    plain = content(**changes)
    recorded.prepared(f"guideline {changes}", lambda: working_copy.fill(plain))
    return Guideline.objects.get(pk=plain["guideline"]["slug"])
