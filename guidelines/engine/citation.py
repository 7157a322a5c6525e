"""Citations: which source a rule names, what mark it carries to the page, and the numbers references are printed under."""

from collections.abc import Iterable, Mapping
from functools import cache

from .canonical import Plain
from .evidence import Reference


PRACTICE = "practice"
EDITORIAL = "editorial"
EDITION = "edition"

SECONDARY_MARK = "secondary source"
UNVERIFIED_MARK = "pending clinical sign-off (unverified)"
PROPOSAL_MARK = "pending clinical sign-off (editorial proposal)"


def reference(source: str) -> str:
    """Give the code of the reference that a source names; nothing for practice, editorial and the edition itself."""
    code = source.partition("/")[0]
    return "" if code in (PRACTICE, EDITORIAL, EDITION) else code


@cache
def mark(sources: tuple[str, ...]) -> str | None:
    """Give the mark of the weakest source: an editorial proposal, unverified, seen second-hand, or none."""
    if EDITORIAL in sources:
        return PROPOSAL_MARK
    if any(source == PRACTICE or source.endswith("/unverified") for source in sources):
        return UNVERIFIED_MARK
    return SECONDARY_MARK if any(source.endswith("/secondary") for source in sources) else None


def cites(sources: tuple[str, ...]) -> dict[str, Plain]:
    """Tell sources and the mark they give."""
    return {"sources": list(sources), "mark": mark(sources)}


def numbered(sources: Iterable[str], references: Mapping[str, Reference]) -> list[Plain]:
    """List the references cited, numbered from 1 in the order of first use."""
    cited = dict.fromkeys(code for code in map(reference, sources) if code)
    return [_listed(number, references[code]) for number, code in enumerate(cited, 1) if code in references]


def _listed(number: int, record: Reference) -> dict[str, Plain]:
    return {
        "number": number,
        "code": record.code,
        "kind": record.kind,
        "authors": record.authors,
        "title": record.title,
        "source": record.source,
        "year": record.year,
        "doi": record.doi,
        "pmid": record.pmid,
        "url": record.url,
        "note": record.note,
        "verification": record.verification,
    }
