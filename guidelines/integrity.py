"""Integrity: whether each edition is still what was frozen, and each of its steps about just that."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from guidelines.models import Edition


@dataclass(frozen=True, slots=True)
class Examined:
    """An edition whose digests were worked out again; `altered` says in sentences what does not match."""

    slug: str
    number: int
    sha256: str
    altered: tuple[str, ...]


def examined() -> Iterator[Examined]:
    """Work out the digest of every edition again, and compare it with its own and with that of each of its steps."""
    editions = Edition.objects.order_by("guideline", "number").prefetch_related("steps")
    for edition in editions.iterator(chunk_size=8):
        yield Examined(edition.guideline_id, edition.number, edition.sha256, tuple(_altered(edition)))


def _altered(edition: Edition) -> Iterator[str]:
    found = hashlib.sha256(edition.document.encode()).hexdigest()
    if found != edition.sha256:
        yield f"its document has the digest {found}, and not {edition.sha256} under which it was frozen"
    for step in edition.steps.all():
        if step.sha256 != edition.sha256:
            yield f"step {step.number} ({step.state}) was about the digest {step.sha256}, and not {edition.sha256}"
