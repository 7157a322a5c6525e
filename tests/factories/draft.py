"""Drafts for tests, begun and answered as all are: through the wizard."""

from types import SimpleNamespace

from advisor import wizard
from tests import bedside
from tests.factories import user
from tests.factories.edition import NOW


def reading(number=1, sha256="a" * 64):
    """The made-up guideline as a draft is begun from it."""
    return SimpleNamespace(slug="hiccups", number=number, sha256=sha256, compiled=bedside.book())


def make(*, by=None, at=NOW, **answers):
    """A draft in which some things are answered."""
    begun = wizard.begin(reading(), by=by or user.Clinician(), at=at)
    if answers:
        wizard.answered(reading(), begun, answers, shown=frozenset(), at=at)
    return begun
