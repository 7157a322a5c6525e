"""A short history of the ledger for tests: nine acts under four heads, one of them over nothing new, and two acts since."""

from datetime import timedelta

from guidelines import ledger
from tests.factories import user
from tests.factories.edition import NOW


LATER = NOW + timedelta(hours=1)


def make():
    """Make it; return its heads."""
    by = user.Editor()
    heads = []
    for hour, acts in enumerate((4, 3, 0, 2)):
        knock(acts, by, NOW + timedelta(minutes=10 * hour))
        heads.append(ledger.seal(at=NOW + timedelta(minutes=10 * hour + 5)))
    knock(2, by, LATER)
    return heads


def knock(times, by, at):
    """Append that many acts, each unlike the others."""
    for place in range(times):
        seconds = timedelta(seconds=place)
        ledger.append("knock", by=by, subject=f"door {at + seconds}", detail={"times": place}, at=at + seconds)
