"""Refusals: why an act of review is not possible, in sentences for the person who tried."""


class Refused(Exception):
    """An act that is not possible; the message is for the person who tried, a sentence or one a line."""


class Unchanged(Refused):
    """The working copy is what the newest edition froze."""


class Failing(Refused):
    """Worked patients do not get the advice they must get; `failures` says which promises do not hold."""

    def __init__(self, failures: list[str]) -> None:
        super().__init__("\n".join(["These worked patients do not get the advice they must get:", *failures]))
        self.failures = failures
