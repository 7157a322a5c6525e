"""Accounts: what was weighed for a patient, told in plain values with rules, words, sources and marks."""

from collections.abc import Iterable, Mapping

from . import panel, regimen
from .canonical import Plain
from .citation import mark
from .plate import Table
from .rulebook import Alert
from .telling import Telling
from .verdict import Considered, Verdict
from .weighing import Weighed


LIVE = frozenset({Verdict.OFFER, Verdict.CAUTION, Verdict.CHECK})


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
    # A copy of the right shape that is filled in is made faster than a table that grows.
    told, rules = _shape(found).copy(), found.rules
    told["verdict"] = found.verdict
    if found.doses:
        told["dose"] = [regimen.told(telling, dose) for dose in found.doses]
    told["reasons"] = [telling.reason(reason) for reason in found.reasons]
    if found.verdict in LIVE:
        told["effects"] = telling.shown(rules.effects)
        told["monitoring"] = telling.shown(rules.monitoring)
        told["safety"] = telling.shown(rules.safety)
    return told


def _shape(found: Considered) -> Table:
    if found.option is None:
        return found.rules.table
    place = found.rules.places[found.option.code]
    return place.live if found.verdict in LIVE else place.table


def _alert(telling: Telling, alert: Alert) -> Table:
    return {
        "code": alert.code,
        "effect": alert.effect,
        "text": alert.text,
        "acknowledged": False,
        "sources": telling.cited(alert.sources),
        "mark": mark(alert.sources),
    }
