"""Accounts: what was weighed for a patient, told in plain values with rules, words, sources and marks."""

from collections.abc import Iterable, Mapping

from . import panel, regimen
from .canonical import Plain
from .citation import mark
from .plate import Table
from .reason import Reason
from .rulebook import Alert
from .telling import Telling
from .verdict import Considered, Verdict
from .weighing import Weighed


LIVE = (Verdict.OFFER, Verdict.CAUTION, Verdict.CHECK)


def body(weighed: Weighed) -> Table:
    """Tell everything weighed, and the references in the order in which it cites them."""
    patient, telling = weighed.patient, Telling(weighed.patient)
    told: Table = {
        "jurisdiction": telling.jurisdiction,
        "stopped": weighed.stopped,
        "alerts": [_alert(telling, alert) for alert in weighed.alerts],
        "options": [option(telling, found) for found in weighed.considered],
        "missing": [panel.missing(patient, fact, codes) for fact, codes in weighed.missing],
        "derived": panel.derived(telling),
        "sensitivity": [panel.swing(telling, swing) for swing in weighed.swings],
        "statements": [] if weighed.stopped else telling.shown(patient.book.plates.statements),
        "disagreements": [] if weighed.stopped else telling.shown(patient.book.plates.disagreements),
    }
    told["references"] = telling.references()
    return told


def cited(given: Mapping[str, Plain], shown: Iterable[Mapping[str, Plain]]) -> list[Plain]:
    """Keep of an advice's references those that some of its tables cite."""
    sources = [source for table in shown if isinstance(listed := table["sources"], list) for source in listed]
    codes = {source.partition("/")[0] for source in sources if isinstance(source, str)}
    listed = given["references"]
    return [r for r in listed if isinstance(r, Mapping) and r["code"] in codes] if isinstance(listed, list) else []


def option(telling: Telling, found: Considered) -> Table:
    """Tell one treatment: its verdict and place, doses, every reason, and for a live one its effects and monitoring."""
    rules = found.rules
    told: Table = rules.table | {
        "verdict": found.verdict,
        "dose": [regimen.told(telling, dose) for dose in found.doses],
        "reasons": [_reason(telling, reason) for reason in found.reasons],
    }
    if found.option:
        told |= rules.places[found.option.code].table
    if found.verdict in LIVE:
        told |= rules.background
        told |= {"effects": telling.shown(rules.effects), "monitoring": telling.shown(rules.monitoring)}
        told["safety"] = telling.shown(rules.safety)
    return told


def _alert(telling: Telling, alert: Alert) -> Table:
    return {
        "code": alert.code,
        "effect": alert.effect,
        "text": alert.text,
        "acknowledged": False,
        "sources": telling.cited(alert.sources),
        "mark": mark(alert.sources),
    }


def _reason(telling: Telling, reason: Reason) -> Table:
    return {
        "kind": reason.kind,
        "severity": reason.severity,
        "rule": reason.rule,
        "text": reason.text,
        "action": reason.action,
        "facts": telling.grounds(reason.populations),
        "sources": telling.cited(reason.sources),
        "mark": mark(reason.sources),
    }
