"""References as an article numbers them: one number each for the whole edition, in the order of first use."""

from advisor.sheet.evidence import dated
from guidelines.engine import citation


def numbered(book, cited):
    """Return every reference of an edition: those cited first, in that order, then the rest; none loses its number."""
    records = {record.code: record for record in book.rulebook.references}
    order = dict.fromkeys([code for code in cited if code in records] + list(records))
    return [_told(records[code], number) for number, code in enumerate(order, 1)]


def cited(sources):
    """Return the codes of the references among sources, each once, in the order of first use."""
    return list(dict.fromkeys(code for code in map(citation.reference, sources) if code))


def _told(record, number):
    told = {
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
        "retracted": record.retracted,
    }
    return told | dated(told)
