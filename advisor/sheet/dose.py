"""A dose for one patient in the lines that are printed."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from advisor import numeral

from .amount import figure, span


SUPPLEMENT = "supplement"
LONG = 60


def shown(dose):
    """Give a dose as lines of label and words, with its table and its sources."""
    return {
        "title": _("In addition") if dose["kind"] == SUPPLEMENT else "",
        "lines": [
            {"code": code, "label": label, "words": words, "long": len(words) > LONG}
            for code, label, words in _lines(dose)
            if words
        ],
        "cells": [_cell(cell, numeral.unit(dose["unit"])) for cell in dose["cells"]],
        "rule": dose["rule"],
        "sources": dose["sources"],
        "mark": dose["mark"],
    }


def brief(option):
    """Say the start and the maximum of an option's first dose in a few words."""
    if not option["dose"]:
        return ""
    dose = option["dose"][0]
    parts = [
        _("start %s") % _amount(dose["start"], dose) if dose["start"] is not None else "",
        _("maximum %s") % _amount(dose["maximum"], dose) if dose["maximum"] is not None else "",
    ]
    return ", ".join(part for part in parts if part)


def _lines(dose):
    usual, unit = dose["usual"], numeral.unit(dose["unit"])
    return [
        ("start", _("Start"), _start(dose)),
        ("step", pgettext("dose", "Step"), numeral.ungrouped(dose["step"])),
        ("titration", _("Titration"), "; ".join(_step(step, dose) for step in dose["titration"])),
        ("usual", pgettext("dose", "Usual"), f"{span(*usual)} {unit}" if usual else ""),
        ("maximum", _("Maximum"), _amount(dose["maximum"], dose) if dose["maximum"] is not None else ""),
        ("schedule", _("Schedule"), numeral.ungrouped(dose["schedule"])),
        ("band", _("Band"), numeral.ungrouped(dose["band"])),
        ("note", _("Note"), numeral.ungrouped(dose["note"])),
    ]


def _start(dose):
    amount = _amount(dose["start"], dose) if dose["start"] is not None else ""
    said = numeral.ungrouped(dose["start_text"])
    if said == amount:
        return amount
    return f"{amount} ({said})" if amount and said else amount or said


def _step(step, dose):
    return _("day %(day)d: %(dose)s") % {
        "day": step["day"],
        "dose": numeral.ungrouped(step["text"]) or _amount(step["dose"], dose),
    }


def _amount(value, dose):
    return f"{figure(value)} {numeral.unit(dose['unit'])}".strip()


def _cell(cell, unit):
    words = numeral.ungrouped(cell["text"]) or f"{span(cell['low'], cell['high'])} {unit}"
    return {"normal": f"{figure(cell['normal'])} {unit}", "words": words, "mark": cell["mark"]}
