"""The calendar: a treatment counted day by day from a chosen day, in tablets where the strengths are known, and down again."""

from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advisor import numeral
from guidelines.engine import intake, schedule
from guidelines.engine.citation import cites

from . import dose as doses
from . import ladder
from .amount import day, figure, joined, titled


def of(option, person, start, *, stop=None, leaving=None):
    """Count an option up from a day; and down from another day and a daily dose, else from the most that it may reach.

    Dates are left out of what comes down where no day of stopping is given.
    """
    treatment = next(rules.treatment for rules in person.book.rules if rules.treatment.code == option["code"])
    printed, counted = option["dose"][0] if option["dose"] else None, ladder.of(option, person)
    chosen = person.state("jurisdiction").value
    sold = intake.marketed(treatment.strengths, printed["unit"], chosen) if printed else ()
    return {
        "code": option["code"],
        "name": titled(option["name"]),
        "unit": printed["unit"] if printed else "",
        "dose": doses.shown(printed) if printed else None,
        "rungs": _dated(counted.rungs, printed, sold, start) if counted else [],
        "beyond": "; ".join(counted.words) if counted and _goes_on(counted, printed) else "",
        "left_out": bool(counted and counted.left_out),
        "strengths": _strengths(sold),
        "trial": treatment.adequate_trial,
        "review": day(start + timedelta(weeks=treatment.adequate_weeks)) if treatment.adequate_weeks else "",
        "taper": _taper(treatment, printed, sold, stop, leaving),
    }


def _dated(rungs, printed, sold, start):
    ends = [rung.day - 1 for rung in rungs[1:]]
    return [_rung(rung, end, printed, sold, start) for rung, end in zip(rungs, [*ends, None], strict=True)]


def _rung(rung, end, printed, sold, start):
    first, last = (start + timedelta(days=rung.day - 1)), (start + timedelta(days=end - 1)) if end else None
    return {
        "days": f"{rung.day}–{end}" if end and end > rung.day else f"{rung.day}" if end else _("from %d on") % rung.day,
        "from": weekday(first),
        "until": weekday(last) if last and last > first else "",
        "dose": f"{figure(rung.dose)} {numeral.unit(printed['unit'])}",
        "text": rung.text,
    } | _taken(rung, sold)


def _taken(rung, sold):
    """Say of which pieces a rung is made up, or why it cannot be; nothing where nobody knows how often it is taken."""
    made = intake.taken(rung.dose, rung.times, sold)
    if made:
        return {"taken": _("%(often)s: %(pieces)s") % {"often": _often(made.times), "pieces": _pieces(made.pieces)}}
    if not sold or not rung.times:
        return {"taken": ""}
    parts = joined([f"{number} × {figure(rung.dose / number)} {sold[0].unit}" for number in rung.times], _("or"))
    return {"taken": "", "problem": _("%s cannot be made of whole pieces of the strengths listed.") % parts}


def _often(times):
    return ngettext("once a day", "%(number)d times a day", times) % {"number": times}


def _pieces(pieces):
    return " + ".join(f"{piece.count} × {figure(piece.amount)} {piece.unit} {piece.form}".strip() for piece in pieces)


def _goes_on(counted, printed):
    """Say whether words lead further than what is counted."""
    most = printed["usual"][1] if printed["usual"] else printed["maximum"]
    return not counted.rungs or most is None or counted.rungs[-1].dose < most


def _strengths(sold):
    return [
        {"words": f"{', '.join(map(figure, one.amounts))} {one.unit} {one.form}".strip(), **cites(one.sources)}
        for one in sold
    ]


def _taper(treatment, printed, sold, stop, leaving):
    most = leaving or ((printed["usual"] or [None, printed["maximum"]])[1] if printed else None)
    counted = schedule.taper(treatment.stopping, most or 0)
    return {
        "text": treatment.stopping,
        "leaving": f"{figure(most)} {numeral.unit(printed['unit'])}" if most and printed else "",
        "rungs": _downwards(counted.rungs, printed, sold, stop),
        "done": day(stop + timedelta(days=counted.days)) if stop and counted.days and not counted.rungs else "",
    }


def _downwards(rungs, printed, sold, stop):
    return [
        {
            "day": rung.day,
            "from": weekday(stop + timedelta(days=rung.day - 1)) if stop else "",
            "dose": f"{figure(rung.dose)} {numeral.unit(printed['unit'])}" if rung.dose else _("nothing more"),
            "taken": _taken(schedule.Rung(rung.day, rung.dose, "", (1,)), sold).get("taken", "") if rung.dose else "",
        }
        for rung in rungs
    ]


def weekday(date):
    """Print a date with its day of the week."""
    return _("%(weekday)s %(day)s") % {"weekday": date_format(date, "l"), "day": day(date)}
