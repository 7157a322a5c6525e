"""Readouts: what the engine makes of a population, saved or as it is being typed, in words for its editor."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from guidelines import assembly
from guidelines.admin import inclusion, soundness
from guidelines.engine import case as worked
from guidelines.engine import document, patient, wording
from guidelines.engine.compilation import compiled
from guidelines.engine.truth import NO, YES


STANDS_NOWHERE = _("It stands in no guideline yet; tick one below to have it read.")


@dataclass(frozen=True, slots=True)
class Readout:
    """Whom a population takes in, or what is wrong with it; and which cases it takes in."""

    text: str = ""
    faults: tuple[str, ...] = ()
    cases: str = ""


def population(row):
    """Say whom a saved population takes in, or why that cannot be said yet."""
    standing = inclusion.guidelines_of(row)
    if not standing:
        return STANDS_NOWHERE
    return sentence(assembly.assembled(standing[0]), row.pk, standing[0].title)


def sentence(plain, code, title):
    """Say whom a population of a document takes in, or why that cannot be said yet."""
    try:
        return _said(compiled(document.read(plain)), code)
    except document.Unreadable as unreadable:
        count = len(unreadable.faults)
        return f"{title} cannot be read yet: it has {count} fault{'s'[: count != 1]}, listed on its own page."


def typed(plain, record, title):
    """Read a population as it is being typed, together with the rest of its guideline."""
    code = record["code"]
    others = [row for row in plain.get("populations", ()) if row["code"] != code]
    edited = {**plain, "populations": [*others, record]}
    try:
        book = compiled(document.read(edited))
    except document.Unreadable as unreadable:
        place = f"populations[{code}]"
        broken = soundness.caused(soundness.judged(plain), frozenset(unreadable.faults), place)
        if broken:
            return Readout(faults=tuple(_fault(fault, place) for fault in soundness.in_order(broken)))
        return Readout(text=sentence(plain, code, title))
    return Readout(text=_said(book, code), cases=_cases(book, code))


def _said(book, code):
    return f"{wording.sentence(wording.population(book, code))}."


def _fault(fault, place):
    own = fault.place.removeprefix("document.").startswith(place)
    return wording.sentence(fault.text) if own else soundness.sentence(fault)


def _cases(book, code):
    """Say which worked patients a population takes in; those whose answers are refused count for nothing."""
    found = {YES: [], NO: []}
    for case in book.rulebook.cases:
        try:
            person = patient.parse(book, worked.answered(book, case))
        except (patient.Refused, worked.Unreadable, ValueError, LookupError):
            continue
        found.setdefault(person.judgement.population(code), []).append(case.code)
    taken, waiting = found[YES], len(book.rulebook.cases) - len(found[YES]) - len(found[NO])
    named = f": {', '.join(taken[:6])}{' …' if len(taken) > 6 else ''}" if taken else ""
    return f"It takes in {len(taken)} of {len(book.rulebook.cases)} cases{named}; {waiting} leave it open."
