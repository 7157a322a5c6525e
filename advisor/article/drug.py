"""Drugs at a glance: the span of each one's doses, and how much is said of its bands, interactions and monitoring."""

from django.utils.translation import ngettext

from advisor.sheet.amount import titled

from . import dosage, place


def drugs(book):
    """Give a line for every treatment that has a dose."""
    return [_drug(rules) for rules in book.rules if rules.doses]


def _drug(rules):
    counts = {
        "interactions": sum(rule.interaction for rule in rules.contraindications),
        "doses-renal": dosage.brief(rules)["bands"],
        "monitoring": len(rules.monitoring),
    }
    return {
        "address": place.address(rules.treatment.code),
        "name": titled(rules.treatment.name),
        "dose": dosage.brief(rules),
        "links": [{"part": part, "words": _words(part, count)} for part, count in counts.items() if count],
    }


def _words(part, count):
    words = {
        "interactions": ngettext("%d interaction", "%d interactions", count),
        "doses-renal": ngettext("%d kidney band", "%d kidney bands", count),
        "monitoring": ngettext("%d check", "%d checks", count),
    }
    return words[part] % count
