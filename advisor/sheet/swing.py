"""Swings in words: what another method of a formula would change, each value with its unit and each verdict by its name."""

import re

from django.utils.translation import gettext

from advisor import numeral

from .turning import wording_of


# The advice tells a verdict by its code; whoever reads knows it by these words, in the language of the content.
VERDICTS = {
    "offer": "suitable",
    "caution": "suitable with caution",
    "check": "to be checked first",
    "exclude": "ruled out",
    "not indicated": "without a place here",
}
CODE = "|".join(VERDICTS)
TURNED = re.compile(rf"\b({CODE}) becomes ({CODE})$")


def swaying(given, book):
    """Say for each treatment what another method of a formula would change of it."""
    found = {}
    for swing in given["sensitivity"]:
        method = gettext("%(name)s weight (%(value)s)") % _method(swing, book)
        for change in swing["changes"]:
            words = gettext("With %(method)s: %(change)s") % {"method": method, "change": changed(change["text"])}
            found.setdefault(change["option"], []).append({"method": method, "words": words})
    return found


def by_fact(given, book):
    """Give each derived value whose methods differ: what each of them comes to, and all that it would change."""
    grouped = {}
    for swing in given["sensitivity"]:
        cites = {"sources": swing["sources"], "mark": swing["mark"]}
        group = grouped.setdefault(swing["fact"], {"text": swing["text"], "methods": [], **cites})
        changes = [changed(change["text"]) for change in swing["changes"]]
        group["methods"].append(_method(swing, book) | {"changes": changes})
    return list(grouped.values())


def _method(swing, book):
    # A bare number beside "weight" would be read as one: the value is a clearance, or whatever the formula gives.
    name = gettext(swing["variant"])
    return {"name": name, "value": wording_of(book.facts[swing["fact"]], swing["value"])}


def changed(words):
    """Say a change with the verdicts by their names, in the reader's notation."""
    return TURNED.sub(lambda found: f"{VERDICTS[found[1]]} becomes {VERDICTS[found[2]]}", numeral.ungrouped(words))
