"""Ledger entries for tests."""

from guidelines import ledger
from tests.factories import user
from tests.factories.edition import NOW


def make():
    return ledger.append("knock", by=user.Editor(), at=NOW, subject="door", detail={"times": 3})
