"""Refusals: why an act of review is not possible, in sentences for the person who tried."""

from django.utils.translation import gettext as _

from guidelines.readiness import Finding


class Refused(Exception):
    """An act that is not possible; the message is for the person who tried, a sentence or one a line."""


class Unchanged(Refused):
    """The working copy is what the newest edition froze."""


class Unready(Refused):
    """Something must be put right first; `findings` says what."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join([_("This must be put right first:"), *map(str, findings)]))
        self.findings = findings


class Failing(Refused):
    """Worked patients do not get the advice they must get; `failures` says which promises do not hold."""

    def __init__(self, failures: list[str]) -> None:
        super().__init__("\n".join([_("These worked patients do not get the advice they must get:"), *failures]))
        self.failures = failures
