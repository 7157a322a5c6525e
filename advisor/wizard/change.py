"""Changes: what a page of answers makes of a draft, and what another edition does; nothing is dropped or overwritten without a word."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from advisor import answers, sheet
from guidelines.engine import patient, truth, wording
from guidelines.engine.decoding import Fault

from . import draft as drafts


ATTEMPTS = 5


class Overtaken(Exception):
    """Answers on this page were saved elsewhere since it was shown, in another tab, say; `faults` names each."""

    def __init__(self, faults):
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


def answered(reading, draft, page, *, shown, at):
    """Put a page of answers into a draft and keep it; return the facts whose answers it made irrelevant, now dropped.

    `shown` fingerprints each answer that the page showed. Raises patient.Refused where the engine refuses the answers
    and Overtaken where other answers were saved since; the draft stays as it was.
    """
    for _attempt in range(ATTEMPTS):
        _beware(reading.compiled, draft, page, shown)
        dropped = taken(reading.compiled, draft, page)
        topics = {reading.compiled.facts[code].topic for code in page}
        draft.typed = {topic: typed for topic, typed in draft.typed.items() if topic not in topics}
        draft.gist = _gist(reading.compiled, draft)
        try:
            drafts.keep(draft, at=at)
        except drafts.Raced:
            draft.refresh_from_db()
        else:
            return dropped
    raise Overtaken([Fault(code, _("It was being saved elsewhere at the same time. Save again.")) for code in page])


def _beware(book, draft, page, shown):
    differing = [code for code, given in page.items() if draft.answers.get(code, given) != given]
    differing = [code for code in differing if drafts.shown(draft, code) not in shown]
    if not differing:
        return
    person = patient.parse(book, draft.answers)
    told = {code: wording.state(book, book.facts[code], person.state(code)) for code in differing}
    saved = _("Saved elsewhere since this page was shown: %(answer)s. Check it; save again to put this in its place.")
    raise Overtaken([Fault(code, saved % {"answer": words}) for code, words in told.items()])


def taken(book, draft, page):
    """Put a page of answers into a draft; return the facts whose answers it made irrelevant, now dropped.

    Raises patient.Refused, with the draft as it was, where the engine refuses the answers.
    """
    draft.answers, dropped = together(book, draft.answers, page)
    return dropped


def together(book, document, page):
    """Put a page of answers over a document; return what comes of it, and the facts whose answers it made irrelevant.

    Raises patient.Refused where the engine refuses the answers.
    """
    merged = answers.merged(document, page)
    kept = _asked_of_this_patient(book, merged)
    patient.parse(book, kept)
    return kept, [book.facts[code] for code, given in merged.items() if code not in kept and given not in (None, False)]


def _asked_of_this_patient(book, merged):
    waiting = [code for code in merged if book.facts[code].asked_of]
    kept = answers.without(merged, waiting)
    while waiting:
        judgement = patient.parse(book, kept).judgement
        ready = [code for code in waiting if not _guards(book, judgement, code) & (set(waiting) - {code})] or waiting
        here = [code for code in ready if judgement.population(book.facts[code].asked_of) is not truth.NO]
        kept |= {code: merged[code] for code in here}
        waiting = [code for code in waiting if code not in ready]
    return kept


def _guards(book, judgement, code):
    return judgement.open_facts(book.criteria[book.facts[code].asked_of])


def repeat(reading, document, *, follows, by, at):
    """Begin a draft that follows a consultation, with answers given; return it, and the names of the facts they no longer fit."""
    begun = drafts.begin(reading, by=by, at=at, follows=follows)
    begun.answers = dict(document)
    dropped = moved(begun, reading)
    begun.gist = _gist(reading.compiled, begun)
    drafts.keep(begun, at=at)
    return begun, dropped


def _gist(book, draft):
    return "; ".join(sheet.telling(patient.parse(book, draft.answers)))[:300]


def resumed(reading, key, *, by, at):
    """Find a draft and carry it over to today's edition; return it, its patient, and what the clinician must be told.

    One that became a consultation has no answers any more, and its patient nothing known. Raises Lost.
    """
    draft = drafts.find(reading.slug, key, by=by, at=at)
    person = _fitting(draft, reading)
    if person:
        return draft, person, []
    told = _("Your answers were carried over to edition %(number)s of the guideline.") % {"number": reading.number}
    if draft.edition_sha256 != reading.sha256:
        told = _("The guideline changed to edition %(number)s while you were answering. Your answers were kept.")
        told %= {"number": reading.number}
    dropped = moved(draft, reading)
    try:
        drafts.keep(draft, at=at)
    except drafts.Raced:
        return resumed(reading, key, by=by, at=at)
    lost = _("These no longer fit and were removed: %(facts)s.") % {"facts": ", ".join(dropped)} if dropped else ""
    check = _("Check them before you ask for the recommendation.")
    return draft, patient.parse(reading.compiled, draft.answers), [" ".join(filter(None, (told, lost, check)))]


def _fitting(draft, reading):
    if not draft.done and draft.edition_sha256 != reading.sha256:
        return None
    try:
        return patient.parse(reading.compiled, draft.answers)
    except patient.Refused:
        return None


def moved(draft, reading):
    """Carry a draft over to another edition; return the names of the facts whose answers do not fit there, now dropped."""
    book, kept = reading.compiled, {}
    given = draft.answers if isinstance(draft.answers, Mapping) else {}
    order = sorted(given, key=lambda code: code in book.facts and bool(book.facts[code].asked_of))
    for code in order:
        try:
            patient.parse(book, kept | {code: given[code]})
        except patient.Refused:
            continue
        kept[code] = given[code]
    draft.answers, draft.edition, draft.edition_sha256 = kept, reading.number, reading.sha256
    return [book.facts[code].name if code in book.facts else code for code in given if code not in kept]
