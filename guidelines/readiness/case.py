"""Rules on cases: every rule has a worked patient in whom it fires, and one in whom it nearly does."""

from collections.abc import Iterable

from .inspection import Inspection
from .rule import Breach, Rule, breach


class NeverFired(Rule):
    """Fires in no worked patient. Add a case in which it does, so that losing it is noticed."""

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every alert, contraindication and dose range that no case fires."""
        yield from (breach(place) for place, (fired, _) in seen.uncovered.items() if not fired)


class NeverNearlyFired(Rule):
    """Nearly fires in no worked patient. Add a case that is one condition away from it, so that widening it is noticed."""

    def breaches(self, seen: Inspection) -> Iterable[Breach]:
        """Yield every alert, contraindication and dose range from which no case is just one condition away."""
        yield from (breach(place) for place, (_, nearly) in seen.uncovered.items() if not nearly)


RULES = (NeverFired, NeverNearlyFired)
