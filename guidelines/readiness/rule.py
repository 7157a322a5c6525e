"""Rules: each looks for one thing that must not be; its name is its code, and its docstring what it says to the editor."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping

from .finding import Finding, Weight
from .inspection import Inspection


Breach = tuple[str, Mapping[str, str]]
"""Where a rule is broken, and what fills the gaps of its message."""


class Rule(ABC):
    """A rule of readiness; what breaks it is an error, unless it only marks."""

    weight = Weight.ERROR
    asks_engine = True
    """Whether it can only be asked of a rulebook that the engine can work out."""

    @property
    def code(self) -> str:
        """Give the name of the rule in small letters: StrengthMissing is strength_missing."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    @property
    def message(self) -> str:
        """Give what the rule says, with gaps in braces."""
        return " ".join((type(self).__doc__ or "").split())

    @abstractmethod
    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield where the rule is broken."""

    def findings(self, seen: Inspection) -> list[Finding]:
        """List what the rule has to say of a rulebook, each thing once."""
        said = [Finding(self.code, at, self.message.format(**gaps), self.weight) for at, gaps in self.breaches(seen)]
        return list(dict.fromkeys(said))


def breach(place: str, **gaps: str) -> Breach:
    """Say where a rule is broken."""
    return place, gaps
