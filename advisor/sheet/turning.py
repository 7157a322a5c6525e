"""Turning points in words: which numbers and answers would change the advice, and what would become of which treatment."""

from django.utils.translation import gettext as _

from advisor import numeral
from guidelines.engine import flip, swap, wording
from guidelines.engine.outcome import Grade
from guidelines.engine.way import Side

from .amount import figure, joined, measured, span, titled


DOSED = {
    Grade.LOWERED: ("maximum", "start"),
    Grade.RAISED: ("maximum", "start"),
    Grade.OTHER_DOSE: ("start", "usual", "maximum"),
}
MINOR = (Grade.CAUTIONED, Grade.EASED)


def turning(person):
    """Tell every turn, each confirmed by advising on the patient again: numbers, answers, and what only touches a caution."""
    numbers = [_number(turn, person.book) for turn in flip.numbers(person)]
    answers = [_answer(one, person.book) for one in swap.answers(person)]
    return {
        "numbers": numbers,
        "answers": [one for one in answers if not one["minor"]],
        "cautions": [one for one in answers if one["minor"]],
    }


def _number(turn, book):
    fact = book.facts[turn.fact]
    by = _("%(label)s by %(method)s weight") if turn.method else "%(label)s"
    # Where another method meets the bound, the number is not a rule's own and needs no more figures than it is printed with.
    at = round(turn.at, fact.decimals) if turn.method else turn.at
    return {
        "if": _if(turn.side, titled(fact.name), wording_of(fact, at)),
        "method": by % {"label": fact.name, "method": _(turn.method)} if turn.method else "",
        "now": measured(wording.figure(book, fact, turn.now)) if fact.formula else wording_of(fact, turn.now),
        "way": _way(turn.way, book) if turn.way else "",
        "changes": [_change(change, book) for change in turn.changes],
    }


def wording_of(fact, number):
    """Print a number of a fact with its unit, in the reader's notation."""
    return f"{figure(number)} {numeral.unit(fact.unit_text or fact.unit)}".strip()


def _if(side, label, number):
    said = {
        Side.BELOW: _("%(label)s below %(number)s"),
        Side.AT_MOST: _("%(label)s at most %(number)s"),
        Side.ABOVE: _("%(label)s above %(number)s"),
        Side.AT_LEAST: _("%(label)s at least %(number)s"),
    }[side]
    return said % {"label": label, "number": number}


def _way(way, book):
    fact = book.facts[way.fact]
    said = _("%(label)s %(number)s or more") if way.upwards else _("%(label)s %(number)s or less")
    return said % {"label": fact.name, "number": wording_of(fact, way.value)}


def _answer(one, book):
    fact = book.facts[one.fact]
    changes = [_change(change, book) for change in one.changes]
    return {
        "if": _said(one, fact, book),
        "minor": all(change.grade in MINOR for change in one.changes),
        "changes": changes,
    }


def _said(one, fact, book):
    names = joined(sorted((book.members[fact.code][code] for code in one.members), key=str.lower), _("or"))
    if not one.members:
        said = _("%(label)s: yes") if one.present else _("%(label)s: no")
    else:
        said = _("%(label)s: also %(names)s") if one.present else _("%(label)s: without %(names)s")
    return said % {"label": titled(fact.name), "names": names}


def _change(change, book):
    told = {"name": titled(book.treatments[change.treatment]), "grade": change.grade.name.lower()}
    return told | {"words": _becomes(change), "because": " ".join(change.because) if _speaks(change) else ""}


def _speaks(change):
    return change.grade in (Grade.LOST, Grade.CAUTIONED, Grade.HELD)


def _becomes(change):
    before = change.before
    if change.grade in DOSED:
        return _dosed(change)
    return {
        Grade.LOST: _("ruled out"),
        Grade.GAINED: _("no longer ruled out") if before.verdict == "exclude" else _("has a place"),
        Grade.HELD: _("to be checked first"),
        Grade.CAUTIONED: _("only with caution"),
        Grade.EASED: _("needs less caution"),
    }[change.grade]


def _dosed(change):
    there, here = _amounts(change.after), _amounts(change.before)
    differing = [what for what in DOSED[change.grade] if there[what] != here[what]]
    unit = numeral.unit(change.after.unit or change.before.unit)
    if any(here.values()):
        return f"{', '.join(_amount(what, there[what], here[what]) for what in differing)} {unit}".strip()
    # Where no dose can be said now, that is said once.
    words = {"start": _("start %s"), "usual": _("usual %s"), "maximum": _("maximum %s")}
    told = ", ".join(words[what] % there[what] for what in differing)
    return _("%(dose)s (now no dose)") % {"dose": f"{told} {unit}".strip()}


def _amount(what, there, here):
    words = {"start": _("start %(there)s (now %(here)s)"), "usual": _("usual %(there)s (now %(here)s)")}
    said = words.get(what, _("maximum %(there)s (now %(here)s)"))
    return said % {"there": there or _("none stated"), "here": here or _("none stated")}


def _amounts(outcome):
    start, most = outcome.start, outcome.maximum
    return {
        "start": "" if start is None else figure(start),
        "usual": span(*outcome.usual) if outcome.usual else "",
        "maximum": "" if most is None else figure(most),
    }
