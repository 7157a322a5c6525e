"""A dose for one patient in the lines that are printed."""

from .amount import figure, span


SUPPLEMENT = "supplement"
LONG = 60


def shown(dose):
    """Give a dose as lines of label and words, with its table and its sources."""
    return {
        "title": "In addition" if dose["kind"] == SUPPLEMENT else "",
        "lines": [
            {"label": label, "words": words, "long": len(words) > LONG} for label, words in _lines(dose) if words
        ],
        "cells": [_cell(cell, dose["unit"]) for cell in dose["cells"]],
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
        f"start {_amount(dose['start'], dose)}" if dose["start"] is not None else "",
        f"maximum {_amount(dose['maximum'], dose)}" if dose["maximum"] is not None else "",
    ]
    return ", ".join(part for part in parts if part)


def _lines(dose):
    usual = dose["usual"]
    return [
        ("Start", _start(dose)),
        ("Step", dose["step"]),
        ("Titration", "; ".join(_step(step, dose) for step in dose["titration"])),
        ("Usual", f"{span(*usual)} {dose['unit']}" if usual else ""),
        ("Maximum", _amount(dose["maximum"], dose) if dose["maximum"] is not None else ""),
        ("Schedule", dose["schedule"]),
        ("Band", dose["band"]),
        ("Note", dose["note"]),
    ]


def _start(dose):
    amount = _amount(dose["start"], dose) if dose["start"] is not None else ""
    return f"{amount} ({dose['start_text']})" if amount and dose["start_text"] else amount or dose["start_text"]


def _step(step, dose):
    return f"day {step['day']}: {step['text'] or _amount(step['dose'], dose)}"


def _amount(value, dose):
    return f"{figure(value)} {dose['unit']}".strip()


def _cell(cell, unit):
    words = cell["text"] or f"{span(cell['low'], cell['high'])} {unit}"
    return {"normal": f"{figure(cell['normal'])} {unit}", "words": words, "mark": cell["mark"]}
