"""Fingerprints: what of an advice enters its digest: coded results, never words, status or language."""

from . import canonical
from .canonical import Plain
from .patient import Patient
from .verdict import Considered
from .weighing import Weighed


Table = dict[str, Plain]


def digest(weighed: Weighed, *, engine: str, edition: str) -> str:
    """Hash edition digest, engine version, answers and coded results: SHA-256 over canonical JSON."""
    patient = weighed.patient
    # Of all this only the answers may spell a number in two ways.
    results: Table = {
        "engine": engine,
        "edition": edition,
        "answers": canonical.settled(patient.answers),
        "alerts": [alert.code for alert in weighed.alerts],
        "options": [coded(found) for found in weighed.considered],
        "missing": [[fact, list(codes)] for fact, codes in weighed.missing],
        "derived": derived_values(patient),
    }
    return canonical.hashed(results)


def coded(found: Considered) -> list[Plain]:
    """Tell what of a treatment enters the digest: verdict, rules and dose numbers; no words."""
    reasons: list[Plain] = [*sorted([reason.coded for reason in found.reasons])]
    doses: list[Plain] = [[d.binding.code, *map(_amount, (d.start, d.usual, d.maximum))] for d in found.doses]
    place = found.option.code if found.option else None
    return [found.rules.treatment.code, found.verdict, place, reasons, doses]


def _amount(found: float | tuple[float, float] | None) -> Plain:
    if isinstance(found, tuple):
        return [canonical.number(end) for end in found]
    return None if found is None else canonical.number(found)


def derived_values(patient: Patient) -> Table:
    """Tell what of the derived facts enters the digest: values and variants at fixed decimals, or the refusal."""
    told: Table = {}
    for fact in patient.book.rulebook.facts:
        if fact.formula:
            state = patient.state(fact.code)
            variants = {name: f"{value:.6f}" for name, value in sorted(state.variants.items())}
            value = f"{state.value:.6f}" if isinstance(state.value, float) else state.value
            told[fact.code] = {"value": value if isinstance(value, str) else None, "refusal": state.refusal, **variants}
    return told
