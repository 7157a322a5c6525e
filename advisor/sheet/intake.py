"""How a patient takes a dose, day by day, in plain words and in tablets or capsules where the strengths allow it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guidelines.engine import intake

from . import ladder
from .amount import figure, joined, span


UNCHANGED = "unchanged"
MOST_STEPS = 5
"""So many steps are printed; those after them are agreed on when it is time."""


def lines(option, person, said):
    """Give the lines that tell how to take an option's dose; `said` makes a line of a text, its mark and a label."""
    counted = ladder.of(option, person)
    told = []
    for place, dose in enumerate(option["dose"]):
        rungs = counted.rungs if counted and place == 0 else ()
        steps = [*_steps(rungs, dose, _strengths(option, dose, person))] if len(rungs) > 1 else _worded_steps(dose)
        told += [said(words, dose["mark"], label=label) for label, words in [*steps, *_bounds(dose)] if words]
    return told


def _strengths(option, dose, person):
    treatment = next(one for one in person.book.rulebook.treatments if one.code == option["code"])
    return intake.marketed(treatment.strengths, dose["unit"], dose["jurisdiction"])


def _steps(rungs, dose, strengths):
    for rung in rungs[:MOST_STEPS]:
        yield _("From day %d") % rung.day, _rung(rung, dose, strengths)
    if len(rungs) > MOST_STEPS:
        yield _("Later"), _("go up more only if we agree on it.")


def _rung(rung, dose, strengths):
    worded = rung.text if any(sign.isdigit() for sign in rung.text) else a_day(figure(rung.dose), dose)
    taken = intake.taken(rung.dose, rung.times, strengths)
    if taken is None:
        return worded
    pieces = joined([_piece(one) for one in taken.pieces])
    often = ngettext("%(pieces)s, once a day", "%(pieces)s, %(times)d times a day", taken.times)
    return f"{worded} ({often % {'pieces': pieces, 'times': taken.times}})"


def _piece(piece):
    form = piece.form or _("piece")
    many = f"{form}s" if piece.count > 1 else form
    return _("%(count)d %(form)s of %(amount)s %(unit)s") % {
        "count": piece.count,
        "form": many,
        "amount": figure(piece.amount),
        "unit": piece.unit,
    }


def _worded_steps(dose):
    start = a_day(figure(dose["start"]), dose) if dose["start"] is not None else ""
    titration = "; ".join(
        _("day %(day)d: %(dose)s") % {"day": step["day"], "dose": step["text"] or a_day(figure(step["dose"]), dose)}
        for step in dose["titration"]
    )
    return [(_("Start"), dose["start_text"] or start), (_("Then"), titration or dose["step"])]


def _bounds(dose):
    usual = a_day(span(*dose["usual"]), dose) if dose["usual"] else ""
    most = a_day(figure(dose["maximum"]), dose) if dose["maximum"] is not None else ""
    schedule = "" if dose["schedule"] == UNCHANGED else dose["schedule"]
    return [(_("Usual"), usual if usual != most else ""), (_("Never more than"), most), (_("How often"), schedule)]


def a_day(amount, dose):
    """Say an amount in the unit of a dose, "a day" in words."""
    unit, per, rest = dose["unit"].partition("/")
    if per and rest == "day":
        return _("%(amount)s %(unit)s a day") % {"amount": amount, "unit": unit}
    return f"{amount} {dose['unit']}".strip()
