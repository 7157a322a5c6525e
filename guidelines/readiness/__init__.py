"""Readiness: what must be put right before an edition can be submitted, said by rules that each look for one thing."""

from datetime import date

from guidelines.engine.rulebook import Rulebook

from . import case, citation, dose, effect, mark, population, recommendation, safety, soundness, telling, wording
from .blank import opened
from .finding import Finding, Report, Weight
from .inspection import Inspection
from .rule import Rule


SUBJECTS = (soundness, citation, recommendation, effect, dose, safety, population, case, wording, mark)
RULES: tuple[Rule, ...] = tuple(rule() for subject in SUBJECTS for rule in subject.RULES)
"""Every rule, in the order in which findings are told."""


def report(rulebook: Rulebook, *, today: date) -> Report:
    """Ask every rule of a rulebook on a day; of one that is unsound, every rule that can still be asked."""
    seen = Inspection(rulebook, today)
    asked = [rule for rule in RULES if seen.workable or not rule.asks_engine]
    found = [finding for rule in asked for finding in rule.findings(seen)]
    return Report(
        errors=tuple(finding for finding in found if finding.weight is Weight.ERROR),
        marks=tuple(finding for finding in found if finding.weight is Weight.MARK),
        unchecked=tuple(rule.code for rule in RULES if rule not in asked),
    )


def told(code: str, text: str) -> str:
    """Say in the reader's language what the rule of this code found; anything else stays as it is."""
    rule = next((rule for rule in RULES if rule.code == code), None)
    return telling.told(rule, text) if rule else text


__all__ = ["RULES", "Finding", "Report", "Rule", "Weight", "opened", "report", "telling", "told"]
