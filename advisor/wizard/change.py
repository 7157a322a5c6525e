"""Changes: what a page of answers makes of a draft, and what another edition does; nothing is dropped without a word."""

from advisor import answers
from guidelines.engine import patient, truth


def taken(book, draft, page):
    """Put a page of answers into a draft; return the facts whose answers it made irrelevant, now dropped.

    Raises patient.Refused, with the draft as it was, where the engine refuses the answers.
    """
    together = answers.merged(draft.answers, page)
    kept = _asked_of_this_patient(book, together)
    patient.parse(book, kept)
    draft.answers = kept
    return [book.facts[code] for code, given in together.items() if code not in kept and given not in (None, False)]


def _asked_of_this_patient(book, together):
    waiting = [code for code in together if book.facts[code].asked_of]
    kept = answers.without(together, waiting)
    while waiting:
        judgement = patient.parse(book, kept).judgement
        ready = [code for code in waiting if not _guards(book, judgement, code) & (set(waiting) - {code})] or waiting
        here = [code for code in ready if judgement.population(book.facts[code].asked_of) is not truth.NO]
        kept |= {code: together[code] for code in here}
        waiting = [code for code in waiting if code not in ready]
    return kept


def _guards(book, judgement, code):
    return judgement.open_facts(book.criteria[book.facts[code].asked_of])


def moved(draft, reading):
    """Carry a draft over to another edition; return the codes of answers that do not fit there, now dropped."""
    book, kept = reading.compiled, {}
    order = sorted(draft.answers, key=lambda code: code in book.facts and bool(book.facts[code].asked_of))
    for code in order:
        try:
            patient.parse(book, kept | {code: draft.answers[code]})
        except patient.Refused:
            continue
        kept[code] = draft.answers[code]
    dropped = [code for code in draft.answers if code not in kept]
    draft.answers, draft.edition, draft.sha256 = kept, reading.number, reading.sha256
    return dropped
