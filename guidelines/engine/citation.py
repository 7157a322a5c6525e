"""Citations: which source a rule names, what mark it carries to the page, and the numbers references are printed under."""

from collections.abc import Iterable, Mapping
from functools import cache

from .canonical import Plain


PRACTICE = "practice"
EDITORIAL = "editorial"
EDITION = "edition"

SECONDARY_MARK = "secondary source"
UNVERIFIED_MARK = "pending clinical sign-off (unverified)"
PROPOSAL_MARK = "pending clinical sign-off (editorial proposal)"


@cache
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


def numbered(sources: Iterable[str], references: Mapping[str, dict[str, Plain]]) -> list[Plain]:
    """List the references cited, numbered from 1 in the order of first use."""
    cited = dict.fromkeys(code for code in map(reference, dict.fromkeys(sources)) if code)
    return [references[code] | {"number": number} for number, code in enumerate(cited, 1) if code in references]
