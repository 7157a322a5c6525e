"""Warnings: in whom a treatment is contraindicated, avoided or used with caution, and with which other medicines."""

from advisor.sheet.amount import titled
from advisor.sheet.reason import SEVERITIES
from guidelines.engine.citation import mark
from guidelines.engine.rulebook import Severity

from .dosage import where


ORDER = (Severity.CONTRAINDICATED, Severity.AVOID, Severity.CAUTION)


def conditions(rules, book):
    """Give the warnings about the patient, by severity."""
    return _grouped([rule for rule in rules.contraindications if not rule.interaction], book)


def interactions(rules, book):
    """Give the warnings about other medicines, by severity."""
    return _grouped([rule for rule in rules.contraindications if rule.interaction], book)


def _grouped(listed, book):
    groups = [(severity, [rule for rule in listed if rule.severity is severity]) for severity in ORDER]
    return [
        {"code": str(severity), "title": SEVERITIES[severity], "rules": [_rule(rule, book) for rule in rules]}
        for severity, rules in groups
        if rules
    ]


def _rule(rule, book):
    return {
        "code": rule.code,
        "whom": titled(book.titles[rule.population]),
        "where": where(rule.jurisdictions, book),
        "reason": rule.reason,
        "action": rule.action,
        "sources": rule.sources,
        "mark": mark(rule.sources),
    }
