"""Verification: the ledger as it stands in the database, checked as an outsider checks an export of it, and a little more."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from guidelines.engine import canonical
from guidelines.ledger import export, head, signature
from guidelines.ledger.check_ledger import Bad, Ledger
from guidelines.models import TreeHead


def verify(*, at: datetime, kept: Sequence[str] = (), keys: Sequence[str] = ()) -> Ledger:
    """Work out every hash again and return what was read. Raises Bad naming the first thing that is wrong.

    Kept are heads (SIZE:ROOT) and leaves that somebody has from elsewhere; keys are public keys that were used before.
    """
    newest = head.newest()
    try:
        read = Ledger(kept).read(export.lines(at=at))
    except (AttributeError, TypeError, ValueError) as error:
        raise Bad(f"a tree head holds what none can hold ({error})") from error
    known = [key for key in (signature.public_key(), *keys) if key]
    _signed(TreeHead.objects.order_by("number").iterator(), known)
    if not known and TreeHead.objects.exclude(signature="").exists():
        read.odd.append("the heads are signed, and no key was given to check that")
    late = head.unsealed().filter(pk__lte=newest.settled).first() if newest else None
    if late:
        raise Bad(
            f"the entry with key {late.pk} ({late.act}) was put in after every key up to {newest.settled} was settled"
        )
    return read


def _signed(heads: Iterable[TreeHead], keys: Sequence[str]) -> None:
    ever = False
    for made in heads if keys else ():
        if made.signature and not signature.holds(made.signature, canonical.text(head.said(made)).encode(), keys):
            raise Bad(f"head {made.number} was not signed with a key of this deployment")
        if ever and not made.signature:
            raise Bad(f"head {made.number} is not signed, and an earlier one is")
        ever = ever or bool(made.signature)
