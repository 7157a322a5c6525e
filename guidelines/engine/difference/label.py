"""Labels: the words for the fields of a row and for what its lists hold, where they are not the field's own name."""

LABELS = {
    "asked_of": "asked of",
    "usual_low": "usual dose from",
    "usual_high": "usual dose up to",
    "percent_low": "from",
    "percent_high": "up to",
    "per": "in proportion to the fact of the band, divided by",
    "step": "how to increase",
    "step_amount": "increase by",
    "step_days": "increase every",
    "start_text": "start in words",
    "or_population": "also for",
    "jurisdictions": "valid in",
    "refuse_low": "refused below",
    "refuse_high": "refused above",
    "confirm_low": "to be confirmed below",
    "confirm_high": "to be confirmed above",
    "normal": "normal answer",
    "drugs": "drugs of the catalogue",
    "unit_text": "unit as printed",
    "adequate_dose": "adequate trial from",
    "adequate_weeks": "adequate trial after",
    "adequate_trial": "adequate trial in words",
    "student": "wording for students",
    "patient": "wording for patients",
    "urgent": "sends a patient for help at once",
    "claim": "what the source article says",
    "interaction": "about another medicine",
    "review_by": "to be reviewed by",
    "join": "joined by",
    "means": "read as",
    "text": "wording",
    "": "content",
}
COUNTED = {
    "titration": ("titration step", "titration steps"),
    "cells": ("cell of the adjustment table", "cells of the adjustment table"),
    "drug_classes": ("drug class", "drug classes"),
    "impossible": ("impossible combination", "impossible combinations"),
    "monitoring": ("monitoring rule", "monitoring rules"),
    "safety": ("safety note", "safety notes"),
}
"""One and many of what a list holds, where it is not its name with and without the s."""


def of(name: str) -> str:
    """Give the words for a field."""
    return LABELS.get(name, name.replace("_", " "))


def counted(many: int, name: str) -> str:
    """Count what a list holds: 1 source, 2 drug classes."""
    return f"{many} {one_of(name) if many == 1 else many_of(name)}"


def one_of(name: str) -> str:
    """Name one of what a list holds."""
    return COUNTED[name][0] if name in COUNTED else name.replace("_", " ").removesuffix("s")


def many_of(name: str) -> str:
    """Name what a list holds."""
    return COUNTED[name][1] if name in COUNTED else name.replace("_", " ")
