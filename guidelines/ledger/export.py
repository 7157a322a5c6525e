"""An export of the ledger: a line of JSON for each entry and each tree head, complete in itself, for an outsider to check.

It is read in short pages, so that nobody who appends waits for it. What is sealed meanwhile stands as not yet sealed.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from guidelines.engine import canonical
from guidelines.engine.canonical import Plain
from guidelines.ledger import entry, head, signature
from guidelines.models import Entry, Leaf, TreeHead


FORMAT = 1
PAGE = 2000

Line = dict[str, Plain]


def lines(*, at: datetime) -> Iterator[bytes]:
    """Yield the lines of an export, the last with what the others come to."""
    last = head.newest()
    opening: Line = {"kind": "ledger", "format": FORMAT, "at": entry.moment(at), "public_key": signature.public_key()}
    counted, whole = {"entry": 0, "unsealed": 0}, hashlib.sha256()
    for record in chain([opening], _sealed(last), _unsealed(last)):
        line = written(record)
        whole.update(line)
        counted[str(record["kind"])] = counted.get(str(record["kind"]), 0) + 1
        yield line
    come_to = {"entries": counted["entry"], "unsealed": counted["unsealed"], "sha256": whole.hexdigest()}
    yield written({"kind": "total", **come_to})


def written(record: Line) -> bytes:
    """Return a line of an export."""
    return canonical.text(record).encode() + b"\n"


def _sealed(last: TreeHead | None) -> Iterator[Line]:
    if last is None:
        return
    size = number = 0
    while number < last.number:
        for made in TreeHead.objects.filter(number__gt=number, number__lte=last.number).order_by("number")[:PAGE]:
            yield from _entries(Leaf.objects.filter(index__gte=size, index__lt=made.size))
            yield {"kind": "head", **head.said(made), "signature": made.signature}
            size, number = max(size, made.size), made.number
    # There are none, unless somebody has put them there.
    yield from _entries(Leaf.objects.filter(index__gte=size, head__lte=last.number))


def _entries(leaves: QuerySet[Leaf]) -> Iterator[Line]:
    following = leaves.order_by("index")
    page = _page(following, "entry__", "index", "head_id")
    while page:
        for told, index, number in page:
            yield {"kind": "entry", "index": index, "head": number, **told}
        page = _page(following.filter(index__gt=page[-1][1]), "entry__", "index", "head_id")


def _unsealed(last: TreeHead | None) -> Iterator[Line]:
    following = head.unsealed(size=last.size if last else 0)
    page = _page(following, "", "pk")
    while page:
        for told, _ in page:
            yield {"kind": "unsealed", **told}
        page = _page(following.filter(pk__gt=page[-1][1]), "", "pk")


def _page(rows: QuerySet[Leaf] | QuerySet[Entry], entry_of: str, *also: str) -> list[tuple[Line, ...]]:
    fields = [f"{entry_of}{name}" for name in ("pk", "leaf", "act", "by_id", "detail", "subject")]
    try:
        return _rows(rows.values_list(*also, f"{entry_of}at", *fields)[:PAGE], len(also))
    except (AttributeError, TypeError, ValueError):
        # Somebody wrote a time that is none, where the database lets them. Its hash will give it away.
        raw = rows.annotate(raw=Cast(f"{entry_of}at", TextField()))
        return _rows(raw.values_list(*also, "raw", *fields)[:PAGE], len(also))


def _rows(page: Iterable[tuple], also: int) -> list[tuple[Line, ...]]:
    return [(_told(*row[also:]), *row[:also]) for row in page]


def _told(at: datetime | str, key: int, leaf: str, act: str, by: int | None, detail: str, subject: str) -> Line:
    when = _read(at) if isinstance(at, str) else entry.moment(at)
    return {"key": key, "leaf": leaf, "act": act, "at": when, "by": by, "detail": detail, "subject": subject}


def _read(at: str) -> str:
    try:
        return entry.moment(datetime.fromisoformat(at).replace(tzinfo=UTC))
    except ValueError:
        return at
