"""The ladder of an option: its first dose counted up for one patient, as the engine counts it from the edition."""

import re

from advisor import numeral
from guidelines.engine import dosing, schedule

from .amount import figure


def of(option, person):
    """Count an option's first dose up; none where it has no dose, or the engine of today gives another than was recorded."""
    dose = _dose(option, person)
    return schedule.ladder(dose) if dose else None


def worded(rung, unit):
    """Say a rung in the words of its source, with the amount where they leave it out."""
    amount = f"{figure(rung.dose)} {numeral.unit(unit)}"
    if not rung.text:
        return amount
    return rung.text if re.search("[0-9]", rung.text) else f"{amount}, {rung.text}"


def _dose(option, person):
    if not option["dose"]:
        return None
    recorded = option["dose"][0]
    rules = next((rules for rules in person.book.rules if rules.treatment.code == option["code"]), None)
    found = dosing.dose(person, rules.doses).doses if rules else ()
    now = found[0] if found else None
    same = now and (now.binding.code, now.start, now.maximum) == (
        recorded["rule"],
        recorded["start"],
        recorded["maximum"],
    )
    return now if same else None
