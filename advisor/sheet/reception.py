"""How the rules of a guideline were received, in words and numbers for its editors; small numbers tell nobody."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.models import Departure
from guidelines.engine.difference.naming import Names

from .amount import day, figure, titled


# Below it a number could be known to be about one clinician.
FEWEST = 5
KINDS = (
    ("options", gettext_lazy("Recommendations"), "option"),
    ("contraindications", gettext_lazy("Contraindications and cautions"), "contraindication"),
    ("alerts", gettext_lazy("Alerts"), "alert"),
    ("dose_ranges", gettext_lazy("Dose rules"), "doserange"),
)
MODELS = {section: model for section, _title, model in KINDS}


def receptions(found):
    """Give an overview of use as plain values: what is due, then every rule that fired by kind, and what did not."""
    reading, watch, received = found.reading, found.watch, found.received
    names = _Titles(reading, found.earlier)
    return {
        "title": reading.title,
        "edition": reading.number,
        "consultations": figure(received.consultations),
        "answered": counted(received.answered),
        "lately": figure(watch.lately),
        "before": figure(watch.before),
        "since": day(watch.since),
        "expects": bool(watch.bands),
        "tasks": [_due(names, task.rule) | {"text": _task(task), "seen": task.seen} for task in found.tasks],
        "alarms": [_due(names, alarm.rule) | {"text": _alarm(alarm, found)} for alarm in watch.alarms],
        "kinds": _kinds(names, watch, received),
    }


def _kinds(names, watch, received):
    alarmed = {alarm.rule for alarm in watch.alarms}
    fired = {rule: one for rule, one in received.rules.items() if one.fired}
    return [
        {
            "title": title,
            "rows": [_row(names, rule, one, watch, rule in alarmed) for rule, one in _of(section, fired)],
            "silent": [names[rule] for rule in sorted(watch.rules) if _in(section, rule) and rule not in fired],
        }
        for section, title, _model in KINDS
    ]


def counted(number):
    """Print a number of responses; a small one only as small."""
    return _("under %s") % FEWEST if 0 < number < FEWEST else figure(number)


def _in(section, rule):
    return rule.startswith(f"{section}[")


def _of(section, rules):
    mine = [(rule, one) for rule, one in rules.items() if _in(section, rule)]
    return sorted(mine, key=lambda item: (-item[1].fired, item[0]))


def _row(names, rule, one, watch, alarmed):
    band = watch.bands.get(rule)
    return {
        "title": names[rule],
        "edit": _edit(rule),
        "alarmed": alarmed,
        "fired": figure(one.fired),
        "accepted": counted(one.accepted),
        "overridden": _overridden(one),
        "reasons": [f"{Departure(code).label}: {figure(often)}" for code, often in _often(one)],
        "expected": _("%(low)s to %(high)s") % {"low": figure(band.low), "high": figure(band.high)} if band else "",
        "lately": figure(band.lately) if band else "",
        "outside": bool(band) and not band.low <= band.lately <= band.high,
        "worked": figure(watch.worked.get(rule, 0)) if watch.worked else "",
    }


def _often(one):
    return [(code, often) for code, often in one.departures.most_common() if often >= FEWEST]


def _overridden(one):
    """Print how often a rule was overridden, without the reasons that are printed giving away one that is not."""
    told = sum(often for _code, often in _often(one))
    if told and 0 < one.overridden - told < FEWEST:
        return _("%(low)s to %(high)s") % {"low": figure(told + 1), "high": figure(told + FEWEST - 1)}
    return counted(one.overridden)


def _due(names, rule):
    return {"rule": rule, "title": names[rule], "edit": _edit(rule)}


def _task(task):
    enough = settings.OVERRIDES_THAT_OPEN_A_TASK
    often = figure(task.overrides) if task.overrides >= FEWEST else _("%s or more") % figure(enough)
    return _("Clinicians overrode it because it does not align with the latest evidence; consultations: %s.") % often


def _alarm(alarm, found):
    number = {"number": found.reading.number}
    if alarm.band is None:
        return _("It fires in no worked patient of edition %(number)s, though it did in the edition before.") % number
    said = _(
        "It fired in %(fired)s of %(before)s consultations in the weeks before and in none of the %(lately)s since "
        "%(since)s, where %(low)s to %(high)s were to be expected."
    ) % {
        "fired": figure(alarm.band.before),
        "before": figure(found.watch.before),
        "lately": figure(found.watch.lately),
        "since": day(found.watch.since),
        "low": figure(alarm.band.low),
        "high": figure(alarm.band.high),
    }
    return said + " " + _("It no longer stands in edition %(number)s.") % number if alarm.gone else said


def _edit(rule):
    section, code = _parted(rule)
    return f"{reverse(f'admin:guidelines_{MODELS[section]}_changelist')}?q={code}"


def _parted(rule):
    section, _bracket, code = rule.partition("[")
    return section, code.removesuffix("]")


class _Titles:
    """What rules are called: by the edition in use, else by the one before, else by their place."""

    def __init__(self, reading, earlier):
        self.editions = [Names(one.compiled) for one in (reading, earlier) if one]

    def __getitem__(self, rule):
        key = _parted(rule)
        known = next((names for names in self.editions if key in names.rows), None)
        return titled(known.title(key)) if known else rule
