"""What the guideline says beside its options: statements by section, and positions side by side."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


SECTIONS = {
    "introduction": gettext_lazy("Introduction"),
    "first_line": gettext_lazy("First-line treatment"),
    "alternatives": gettext_lazy("Alternatives"),
    "topical": gettext_lazy("Topical treatment"),
    "response": gettext_lazy("Judging the response"),
    "second_line": gettext_lazy("Next step"),
    "non_drug": gettext_lazy("Measures without drugs"),
    "prevention": gettext_lazy("Prevention"),
    "special_populations": gettext_lazy("Particular patients"),
    "not_recommended": gettext_lazy("Not recommended"),
    "pitfalls": gettext_lazy("Pitfalls"),
    "provenance": gettext_lazy("Where this comes from"),
}
STANCES = {
    "first_line": gettext_lazy("First line"),
    "second_line": gettext_lazy("Second line"),
    "third_line": gettext_lazy("Third line"),
    "consider": gettext_lazy("Consider"),
    "no_recommendation": gettext_lazy("No recommendation"),
    "against": gettext_lazy("Against"),
    "rescue_only": gettext_lazy("Rescue only"),
    "other": "",
}
NEXT = ("response", "second_line")


def sections(statements):
    """Give the statements by section, in the order of the guideline; how to judge and what comes next stand by themselves."""
    grouped = {}
    for statement in statements:
        grouped.setdefault(statement["section"], []).append(statement)
    told = [
        {"title": str(title), "code": code, "key": _key(grouped[code]), "statements": grouped[code]}
        for code, title in SECTIONS.items()
        if code in grouped
    ]
    return {
        "next": [one for one in told if one["code"] in NEXT],
        "others": [one for one in told if one["code"] not in NEXT],
    }


def disagreements(listed):
    """Give each question on which bodies differ, with their stances in words."""
    return [
        {
            **one,
            "positions": [
                {**side, "year": year(side["year"]), "stands": str(STANCES.get(side["stance"], ""))}
                for side in one["positions"]
            ],
        }
        for one in listed
    ]


def references(listed):
    """Give the references, each with the key under which it is kept as printed: its number and its code."""
    return [{**work, **dated(work), "printed": f"{work['number']} {work['code']}"} for work in listed]


def dated(work):
    """Say of a reference how its title ends, and where it appeared with its year, which many a source names already."""
    source, year = work["source"] or "", str(work["year"] or "")
    said = source if re.search(rf"\b{year}\b", source) else f"{source} {year}".strip()
    return {
        "appeared": f"{said.rstrip('.')}." if said else "",
        "stop": "" if work["title"].endswith(("?", "!", ".")) else ".",
    }


def year(told):
    """Say the year of a position, or that it is not known, where the content has no figures for it."""
    return told if not told or any(sign.isdigit() for sign in told) else _("year not stated")


def _key(statements):
    return " ".join(statement["code"] for statement in statements)
