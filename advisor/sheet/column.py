"""Columns: treatments side by side, each with its verdict, dose, effects, cautions and the rest for this patient."""

from django.utils.translation import gettext as _

from . import aside, effect, plan, reason, swing
from .option import LINES


def comparable(given):
    """List the treatments that can be compared, by code and name: those with a place, and those ruled out."""
    shown = [option for option in given["options"] if option["verdict"] != "not_indicated"]
    return [(option["code"], aside.named(option)["name"]) for option in shown]


def side_by_side(codes, chart):
    """Compare treatments: their names, and the rows in which they differ or agree; one that says nothing is left out."""
    swings = swing.swaying(chart.given, chart.person.book)
    options = [option for option in chart.given["options"] if option["code"] in codes]
    columns = [_column(one, chart, swings.get(one["code"], ())) for one in options]
    rows = [
        {"kind": kind, "title": title, "cells": [{"name": one["name"], "told": one[code]} for one in columns]}
        for code, (kind, title) in _rows().items()
    ]
    named = [{key: one[key] for key in ("code", "name", "verdict", "label")} for one in columns]
    return {"columns": named, "rows": [row for row in rows if any(cell["told"] for cell in row["cells"])]}


def _rows():
    return {
        "place": ("text", _("Place")),
        "start": ("text", _("Start")),
        "then": ("text", _("Then")),
        "usual": ("text", _("Usual dose")),
        "maximum": ("text", _("Maximum for this patient")),
        "swings": ("list", _("By another method")),
        "benefit": ("hundred", _("Benefit")),
        "harm": ("hundred", _("Harm")),
        "against": ("reasons", _("Against it for this patient")),
        "interactions": ("reasons", _("With the present medicines")),
        "unknown": ("reasons", _("Not known yet")),
        "before": ("list", _("Check before")),
        "during": ("list", _("Watch during")),
        "trial": ("text", _("Adequate trial")),
        "stopping": ("text", _("Stopping")),
        "strength": ("text", _("Strength of the recommendation")),
        "certainty": ("text", _("Certainty of the evidence")),
    }


def _column(option, chart, swings):
    among = effect.told(option["effects"], chart.person.book, chart.reading.sha256)["hundreds"]
    planned = plan.of(option, chart.person)
    most = f"{planned['maximum']} ({planned['why']})" if planned["why"] else planned["maximum"]
    return (
        aside.named(option)
        | _argued(option, chart.person.book)
        | {key: planned[key] for key in ("start", "then")}
        | {
            "usual": plan.usual(option["dose"][0]) if option["dose"] else "",
            "maximum": most,
            "place": LINES.get(option["line"], ""),
            "swings": [swing["words"] for swing in swings],
            "benefit": [one for one in among if one["kind"] == "benefit"],
            "harm": [one for one in among if one["kind"] == "harm"],
            "before": [rule for rule in option["monitoring"] if rule["phase"] == "before"],
            "during": [rule for rule in option["monitoring"] if rule["phase"] == "during"],
            "trial": option.get("adequate_trial", ""),
            "stopping": option["stopping"],
            "strength": option["strength"],
            "certainty": option["certainty"],
        }
    )


def _argued(option, book):
    """Part the reasons: what speaks against, what of that is about another medicine, and what is not known."""
    about_medicines = {rule.code for rule in book.rulebook.contraindications if rule.interaction}
    told = [reason.shown(given, book) | {"rule": given["rule"]} for given in option["reasons"]]
    return {
        "against": [one for one in told if one["kind"] == "against" and one["rule"] not in about_medicines],
        "interactions": [one for one in told if one["kind"] == "against" and one["rule"] in about_medicines],
        "unknown": [one for one in told if one["kind"] == "unknown"],
    }
